-- score.person: which person each member of an entry is, as far as people have said it.
-- grain: one row per contest_no, entry_no, name_no of fact.entry_member
-- source: CONTRACTS "Ids" (persons); rulebook WS-10, EX-06. A merge of two entries joins the
-- members who look alike, and in any case two entries of one person each

create or replace view score.person as
with recursive
link as materialized (
    select
        contest_no,
        entry_no,
        other_contest_no,
        other_entry_no
    from score.person_link
    where is_same
),

member as materialized (
    select
        contest_no,
        entry_no,
        name_no,
        name,
        folded,
        person,
        region,
        organisation,
        status,
        score.person_key(person, contest_no, entry_no, name_no) as key
    from fact.entry_member
    where fact.is_asked(contest_no)
),

linked as materialized (
    select
        member.contest_no,
        member.entry_no,
        member.person,
        coalesce(member.region, contest.region) as region,
        member.organisation,
        member.key,
        member.folded,
        count(*) over of_entry = 1 as is_alone
    from member
    semi join link
        on link.contest_no = member.contest_no
        and link.entry_no = member.entry_no
    inner join fact.contest as contest on contest.contest_no = member.contest_no
    where fact.is_asked(contest.contest_no)
    window of_entry as (partition by member.contest_no, member.entry_no)
),

same as (
    select
        one.key,
        other.key as other_key
    from link
    inner join linked as one
        on one.contest_no = link.contest_no
        and one.entry_no = link.entry_no
    inner join linked as other
        on other.contest_no = link.other_contest_no
        and other.entry_no = link.other_entry_no
    where
        (one.is_alone and other.is_alone)
        or (
            one.folded = other.folded
            and (one.organisation = other.organisation or one.region = other.region)
            and (one.person is null or other.person is null)
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
    member.folded,
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
comment on column score.person.folded is 'Name folded for comparing; null: erased.';
comment on column score.person.region is 'ISO code of the own region; null: that of the contest.';
comment on column score.person.organisation is 'Own organisation.';
comment on column score.person.status is 'active, absent, withdrawn or excluded.';
