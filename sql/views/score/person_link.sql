-- score.person_link: what people said about two entries: the same person, or not.
-- grain: one row per contest_no, entry_no, other_contest_no, other_entry_no (both ways round)
-- source: CONTRACTS "Ids", "Decision kinds" (person_merge, person_split: the subject is an entry,
-- the value another one; the newest decision about the two holds)

create or replace view score.person_link as
with
said as (
    select
        decision.contest_no,
        decision.entry_no,
        other.contest_no as other_contest_no,
        other.entry_no as other_entry_no,
        decision.kind,
        (decision.batch_no, coalesce(decision.source_row, 0)) as at_place
    from fact.decision as decision
    inner join fact.registered as other  -- whoever reads a link joins it with who is there
        on other.contest = split_part(decision.value, '/', 1)
        and other.entry = substr(decision.value, length(split_part(decision.value, '/', 1)) + 2)
    where
        decision.kind in ('person_merge', 'person_split')
        and decision.entry_no is not null
        and fact.is_asked(other.contest_no)
),

both_ways as (
    select
        contest_no,
        entry_no,
        other_contest_no,
        other_entry_no,
        kind,
        at_place
    from said

    union all

    select
        other_contest_no as contest_no,
        other_entry_no as entry_no,
        contest_no as other_contest_no,
        entry_no as other_entry_no,
        kind,
        at_place
    from said
)

select
    contest_no,
    entry_no,
    other_contest_no,
    other_entry_no,
    max_by(kind, at_place) = 'person_merge' as is_same
from both_ways
group by contest_no, entry_no, other_contest_no, other_entry_no;

comment on view score.person_link is 'What people said about two entries: the same person, or not.';
comment on column score.person_link.contest_no is 'Physical key of the contest.';
comment on column score.person_link.entry_no is 'Key of the entry inside its contest.';
comment on column score.person_link.other_contest_no is 'Contest of the other entry.';
comment on column score.person_link.other_entry_no is 'Key of the other entry.';
comment on column score.person_link.is_same is 'The same person; else two.';
