-- score.person: which person each member of an entry is, as far as people have said it.
-- grain: one row per contest_no, entry_no, name_no of fact.entry_member
-- source: CONTRACTS "Ids" (persons); rulebook WS-10, EX-06. A merge of two entries joins the
-- members who look alike, and in any case two entries of one person each

create or replace view score.person as
with recursive
member as (
    select
        contest_no,
        entry_no,
        name_no,
        score.person_key(person, contest_no, entry_no, name_no) as key,
        count(*) over of_entry = 1 as is_alone
    from fact.entry_member
    window of_entry as (partition by contest_no, entry_no)
),

same as (
    select
        key,
        other_key
    from score.person_match
    where state = 'merged'

    union

    select
        member.key,
        other.key as other_key
    from score.person_link as link
    inner join member
        on member.contest_no = link.contest_no
        and member.entry_no = link.entry_no
        and member.is_alone
    inner join member as other
        on other.contest_no = link.other_contest_no
        and other.entry_no = link.other_entry_no
        and other.is_alone
    where link.is_same
),

both_ways as (
    select
        key,
        other_key
    from same
    union
    select
        other_key as key,
        key as other_key
    from same
),

reached as (
    select
        key,
        other_key
    from both_ways
    union
    select
        reached.key,
        further.other_key
    from reached
    inner join both_ways as further on further.key = reached.other_key
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
    least(member.key, coalesce(named.person, member.key)) as person
from member
left join named on named.key = member.key;

comment on view score.person is 'Which person each member of an entry is.';
comment on column score.person.contest_no is 'Physical key of the contest.';
comment on column score.person.entry_no is 'Key of the entry inside its contest.';
comment on column score.person.name_no is 'Key of the private name.';
comment on column score.person.person is
    'Code of the sheet, or a member who stands for all that were merged with it.';
