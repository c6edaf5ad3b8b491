-- score.person_match: members of two entries of one level who look like the same person.
-- grain: one row per contest_no, entry_no, name_no, other_contest_no, other_entry_no, other_name_no
-- source: CONTRACTS "Ids" (proposed, confirmed by a human, never merged silently); rulebook WS-10,
-- EX-06 (a person with several wins counts once). Codes of the sheet that differ say two persons

create or replace view score.person_match as
with
member as (
    select
        contest.programme,
        contest.season,
        contest.level,
        member.contest_no,
        member.entry_no,
        member.name_no,
        member.name,
        member.person,
        coalesce(member.region, contest.region) as region,
        member.organisation,
        member.folded,
        score.person_key(member.person, member.contest_no, member.entry_no, member.name_no) as key
    from fact.entry_member as member
    inner join fact.contest as contest on contest.contest_no = member.contest_no
    inner join fact.registered as registered
        on registered.contest_no = member.contest_no
        and registered.entry_no = member.entry_no
    where
        not contest.is_archive
        and fact.is_asked(member.contest_no)
        and member.name <> registered.entry
)

select
    -- ids
    first.programme,
    first.season,
    first.level,
    first.region,
    first.contest_no,
    first.entry_no,
    first.name_no,
    first.key,
    second.contest_no as other_contest_no,
    second.entry_no as other_entry_no,
    second.name_no as other_name_no,
    second.key as other_key,

    -- who
    first.name,
    second.name as other_name,

    -- why
    case
        when first.organisation = second.organisation then 'organisation'
        else 'region'
    end as agrees,
    case link.is_same
        when true then 'merged'
        when false then 'split'
        else 'proposed'
    end as state
from member as first
inner join member as second
    on second.programme = first.programme
    and second.season = first.season
    and second.level = first.level
    and second.folded = first.folded
    and (second.organisation = first.organisation or second.region = first.region)
    and (second.contest_no, second.entry_no, second.name_no)
        > (first.contest_no, first.entry_no, first.name_no)
left join score.person_link as link
    on link.contest_no = first.contest_no
    and link.entry_no = first.entry_no
    and link.other_contest_no = second.contest_no
    and link.other_entry_no = second.entry_no
where
    (first.person is null or second.person is null)
    and first.key <> second.key;

comment on view score.person_match is
    'Members of two entries of one level who look like the same person.';
comment on column score.person_match.programme is 'Programme.';
comment on column score.person_match.season is 'Season.';
comment on column score.person_match.level is 'college, oblast, republic or international.';
comment on column score.person_match.region is 'ISO code of the own region of the first.';
comment on column score.person_match.contest_no is 'Physical key of the contest.';
comment on column score.person_match.entry_no is 'Key of the entry inside its contest.';
comment on column score.person_match.name_no is 'Key of the private name.';
comment on column score.person_match.key is 'Code of the sheet, or this one member.';
comment on column score.person_match.other_contest_no is 'Contest of the other.';
comment on column score.person_match.other_entry_no is 'Entry of the other.';
comment on column score.person_match.other_name_no is 'Key of the private name of the other.';
comment on column score.person_match.other_key is 'Key of the other.';
comment on column score.person_match.name is 'Name.';
comment on column score.person_match.other_name is 'Name of the other.';
comment on column score.person_match.agrees is
    'What agrees beside the name: organisation or region.';
comment on column score.person_match.state is 'proposed, merged or split (by a decision).';
