-- What each side has made and the other does not have, a row each: marks, scores, entries, aspects,
-- contests, rules and decisions that count there, with the batch as its side numbers it.
-- Reads merge_state, merge_batch and the facts of both, which are written by now.

create or replace temp table merge_fact as
with
own as (
    -- what only one side has, and counts there
    select
        state.contest_no,
        state.side,
        state.batch_no,
        coalesce(merge_batch.venue_no, state.batch_no) as said_no
    from merge_state as state
    left join merge_batch on merge_batch.centre_no = state.batch_no
    where
        state.side in ('venue', 'centre')
        and state.batch_no > getvariable('base')::integer
    qualify count(*) over (partition by state.contest_no, state.batch_no) = 1
)

select
    mark.contest_no,
    own.side,
    own.said_no,
    'mark' as fact,
    mark.entry_no,
    concat_ws(' ', mark.aspect, judge.judge) as key,
    mark.mark::varchar as value
from ledger.mark as mark
inner join own
    on own.contest_no = mark.contest_no
    and own.batch_no = mark.batch_no
left join private.judge as judge
    on judge.contest_no = mark.contest_no
    and judge.judge_no = mark.judge_no

union all

select
    score.contest_no,
    own.side,
    own.said_no,
    'score' as fact,
    score.entry_no,
    concat_ws(' ', score.criterion, judge.judge) as key,
    score.points::varchar as value
from ledger.score as score
inner join own
    on own.contest_no = score.contest_no
    and own.batch_no = score.batch_no
left join private.judge as judge
    on judge.contest_no = score.contest_no
    and judge.judge_no = score.judge_no

union all

select
    member.contest_no,
    own.side,
    own.said_no,
    'entry' as fact,
    member.entry_no,
    '' as key,
    string_agg(
        concat_ws(' ', name.name, member.region, member.status), ', ' order by member.source_row
    ) as value
from ledger.entry_fact as member
inner join own
    on own.contest_no = member.contest_no
    and own.batch_no = member.batch_no
left join private.name as name on name.name_no = member.name_no
group by member.contest_no, own.side, own.said_no, member.entry_no

union all

select
    aspect.contest_no,
    own.side,
    own.said_no,
    'aspect' as fact,
    null as entry_no,
    aspect.aspect as key,
    aspect.max_mark::varchar as value
from ledger.aspect as aspect
inner join own
    on own.contest_no = aspect.contest_no
    and own.batch_no = aspect.batch_no

union all

select
    contest.contest_no,
    own.side,
    own.said_no,
    'contest' as fact,
    null as entry_no,
    '' as key,
    concat_ws(' ', ruleset.ruleset, contest.starts_on, contest.ends_on, contest.host) as value
from ledger.contest_fact as contest
inner join own
    on own.contest_no = contest.contest_no
    and own.batch_no = contest.batch_no
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash

union all

select
    contest.contest_no,
    own.side,
    own.said_no,
    'ruleset' as fact,
    null as entry_no,
    '' as key,
    concat_ws(' ', ruleset.ruleset, left(contest.ruleset_hash, 12)) as value
from ledger.contest_fact as contest
inner join own
    on own.contest_no = contest.contest_no
    and own.batch_no = contest.batch_no
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash

union all

select
    decision.contest_no,
    own.side,
    own.said_no,
    decision.kind as fact,
    decision.entry_no,
    '' as key,
    string_agg(decision.value, ', ' order by decision.value) as value
from ledger.decision as decision
inner join own
    on own.contest_no = decision.contest_no
    and own.batch_no = decision.batch_no
group by decision.contest_no, own.side, own.said_no, decision.kind, decision.entry_no;
