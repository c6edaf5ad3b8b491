-- score.sheet_criterion: the criteria that every judge of a contest with scores fills in.
-- grain: one row per contest_no, criterion
-- source: rulebook BP-08, BP-Q03; CONTRACTS "Sheet formats" (scores): the sheet of the ruleset,
-- else the criteria of the scheme, else those that are found; 1 for a bare total

create or replace view score.sheet_criterion as
with
candidate as (
    select
        marked_on.contest_no,
        criterion.criterion,
        1 as preference
    from score.marked_on as marked_on
    inner join ref.criterion as criterion on criterion.ruleset_hash = marked_on.ruleset_hash
    where
        criterion.is_used
        and (criterion.criterion <> 'total' or marked_on.has_criteria is null)

    union all

    select distinct
        contest_no,
        criterion,
        2 as preference
    from fact.aspect

    union all

    select distinct
        contest_no,
        criterion,
        3 as preference
    from fact.score
    where criterion <> 'total'

    union all

    select
        contest_no,
        'total' as criterion,
        if(has_criteria is false, 0, 4) as preference
    from score.marked_on
)

select
    candidate.contest_no,
    candidate.criterion
from candidate
inner join score.marked_on as marked_on on marked_on.contest_no = candidate.contest_no
where marked_on.source = 'scores'
window of_contest as (partition by candidate.contest_no)
qualify candidate.preference = min(candidate.preference) over of_contest;

comment on view score.sheet_criterion is
    'The criteria that every judge of a contest with scores fills in.';
comment on column score.sheet_criterion.contest_no is 'Physical key of the contest.';
comment on column score.sheet_criterion.criterion is 'Criterion; total: a bare total.';
