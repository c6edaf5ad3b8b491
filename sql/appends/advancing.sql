-- The entries that go on from contest $from_contest_no and are not in contest $to_contest_no yet,
-- as the appender of entries takes them: one row a member. Ids go on from the greatest number.
-- Who was a minor stays one here: the birth date is ciphertext, and no name grows longer by itself.
-- source: CONTRACTS "Ids" (from_entry); rulebook WS-05.5, WS-06.5

create or replace temp table ready_entry_fact as
with
going as (
    select
        entry_no,
        row_number() over (order by place, entry) as position
    from mart.going_on
    where
        contest_no = $from_contest_no
        and next_contest_no is null
),

numbered as (
    select coalesce(max(try_cast(entry as integer)), 0) as greatest
    from fact.entry
    where contest_no = $to_contest_no
)

select
    next.contest,
    (row_number() over (order by going.position, member.source_row, member.name_no))::integer
        as source_row,
    null::varchar as source_column,
    printf('%02d', numbered.greatest + going.position) as entry,
    member.name,
    member.person,
    coalesce(member.region, contest.region) as region,
    coalesce(member.organisation, contest.organisation) as organisation,
    false as is_guest,
    'active' as status,
    null::varchar as contact_birth_date,
    member.is_minor,
    going.entry_no as from_entry_no,
    member.name_no as from_name_no
from going
cross join numbered
inner join fact.entry_member as member
    on member.contest_no = $from_contest_no
    and member.entry_no = going.entry_no
inner join fact.contest as contest on contest.contest_no = $from_contest_no
inner join fact.contest as next on next.contest_no = $to_contest_no;
