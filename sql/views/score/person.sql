-- score.person: which person each member of an entry is, as far as people have said it.
-- grain: one row per contest_no, entry_no, name_no of fact.entry_member
-- source: CONTRACTS "Ids" (persons); rulebook WS-10, EX-06. A merge of two entries joins the
-- members who look alike, and in any case two entries of one person each

create or replace view score.person as
with recursive
member as (
    select
        member.contest_no,
        member.entry_no,
        member.name_no,
        member.name,
        member.person,
        coalesce(member.region, contest.region) as region,
        member.organisation,
        member.status,
        score.person_key(member.person, member.contest_no, member.entry_no, member.name_no) as key,
        count(*) over of_entry = 1 as is_alone
    from fact.entry_member as member
    inner join fact.contest as contest on contest.contest_no = member.contest_no
    window of_entry as (partition by member.contest_no, member.entry_no)
),

-- To fold a name takes longer than to look for whom anybody merged: only theirs are folded.
linked as materialized (
    select
        member.key,
        member.name,
        member.person,
        member.region,
        member.organisation,
        other.key as other_key,
        other.name as other_name,
        other.person as other_person,
        other.region as other_region,
        other.organisation as other_organisation,
        member.is_alone and other.is_alone as are_alone
    from score.person_link as link
    inner join member
        on member.contest_no = link.contest_no
        and member.entry_no = link.entry_no
    inner join member as other
        on other.contest_no = link.other_contest_no
        and other.entry_no = link.other_entry_no
    where link.is_same
),

same as (
    select
        key,
        other_key
    from linked
    where
        are_alone
        or (
            score.folded_name(name) = score.folded_name(other_name)
            and (organisation = other_organisation or region = other_region)
            and (person is null or other_person is null)
        )
),

reached as (
    select
        key,
        other_key
    from same
    union
    select
        reached.key,
        further.other_key
    from reached
    inner join same as further on further.key = reached.other_key
),

named as (
    select
        key,
        min(other_key) as person
    from reached
    group by key
)

select
    member.contest_no,
    member.entry_no,
    member.name_no,
    least(member.key, coalesce(named.person, member.key)) as person,
    member.name,
    member.region,
    member.organisation,
    member.status
from member
left join named on named.key = member.key;

comment on view score.person is 'Which person each member of an entry is.';
comment on column score.person.contest_no is 'Physical key of the contest.';
comment on column score.person.entry_no is 'Key of the entry inside its contest.';
comment on column score.person.name_no is 'Key of the private name.';
comment on column score.person.person is
    'Code of the sheet, or a member who stands for all that were merged with it.';
comment on column score.person.name is 'Name; null: erased.';
comment on column score.person.region is 'ISO code of the own region, or of the contest.';
comment on column score.person.organisation is 'Own organisation.';
comment on column score.person.status is 'active, absent, withdrawn or excluded.';
