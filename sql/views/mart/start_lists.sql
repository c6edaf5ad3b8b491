-- mart.start_lists: of contests that somebody went on from, who may, and who did.
-- grain: one row per contest_no, entry_no that went on, or may from where others went on
-- source: CONTRACTS "Ids" (advancing makes a new entry with from_entry); rulebook WS-10, BP-19

create or replace view mart.start_lists as
with
going as materialized (
    select
        contest_no,
        entry_no
    from mart.going_on
),

gone as materialized (
    select
        origin.from_contest_no as contest_no,
        origin.from_entry_no as entry_no,
        origin.contest_no as next_contest_no,
        next_contest.contest as next_contest,
        next_entry.entry as next_entry
    from fact.entry_origin as origin
    inner join fact.contest as next_contest on next_contest.contest_no = origin.contest_no
    inner join fact.entry as next_entry
        on next_entry.contest_no = origin.contest_no
        and next_entry.entry_no = origin.entry_no
),

listed as (
    select
        coalesce(going.contest_no, gone.contest_no) as contest_no,
        coalesce(going.entry_no, gone.entry_no) as entry_no,
        gone.next_contest_no,
        gone.next_contest,
        gone.next_entry,
        going.entry_no is not null as is_entitled
    from going
    full join gone
        on gone.contest_no = going.contest_no
        and gone.entry_no = going.entry_no
    where coalesce(going.contest_no, gone.contest_no) in (select contest_no from gone)
)

select
    -- ids
    listed.contest_no,
    contest.contest,
    listed.entry_no,
    entry.entry,

    -- who
    entry.name,
    entry.region,

    -- the next level
    listed.next_contest_no,
    listed.next_contest,
    listed.next_entry,

    -- words
    case
        when not listed.is_entitled then 'stray'
        when listed.next_entry is not null then 'listed'
        else 'entitled'
    end as standing
from listed
left join fact.contest as contest on contest.contest_no = listed.contest_no
left join fact.entry as entry
    on entry.contest_no = listed.contest_no
    and entry.entry_no = listed.entry_no;

comment on view mart.start_lists is
    'Of contests that somebody went on from, who may go on, and who did.';
comment on column mart.start_lists.contest_no is 'Physical key of the contest left behind.';
comment on column mart.start_lists.contest is 'Its id; null: no longer in force.';
comment on column mart.start_lists.entry_no is 'Key of the entry inside it.';
comment on column mart.start_lists.entry is 'Entry id there; null: no longer in force.';
comment on column mart.start_lists.name is 'Name; the members of a team.';
comment on column mart.start_lists.region is 'ISO code of the own region, or member code.';
comment on column mart.start_lists.next_contest_no is
    'Physical key of the contest it went on to; null: it has not gone on.';
comment on column mart.start_lists.next_contest is 'Its id.';
comment on column mart.start_lists.next_entry is 'Entry id there.';
comment on column mart.start_lists.standing is
    'listed (went on, and may); entitled (may go on, and has not); stray (went on, and may not).';
