-- score.judge_total: what one judge gives an entry, over the criteria that count.
-- grain: one row per contest_no, entry_no, judge_no with scores
-- source: rulebook BP-08, BP-10 (a criterion counts when every judge of the entry gave points)

create or replace view score.judge_total as
select
    -- ids
    contest_no,
    entry_no,
    judge_no,

    -- numbers
    coalesce(sum(points) filter (is_counted), 0)::decimal(18, 3) as points,
    count(points)::integer as given,
    count(*) filter (is_counted)::integer as criteria,
    any_value(criteria_found) as criteria_found,
    list(
        struct_pack(
            criterion := criterion,
            order_key := (points * 1000)::bigint * (720720 // judges),
            marks := null::bigint
        )
        order by criterion
    ) filter (is_counted) as parts,

    -- booleans
    bool_and(is_bare) as is_bare
from score.sheet_cell
group by contest_no, entry_no, judge_no;

comment on view score.judge_total is 'What one judge gives an entry.';
comment on column score.judge_total.contest_no is 'Physical key of the contest.';
comment on column score.judge_total.entry_no is 'Key of the entry inside its contest.';
comment on column score.judge_total.judge_no is 'Key of the judge inside the contest.';
comment on column score.judge_total.points is
    'Points over the criteria that every judge of the entry has given.';
comment on column score.judge_total.given is 'Criteria this judge has given points for.';
comment on column score.judge_total.criteria is 'Criteria that count.';
comment on column score.judge_total.criteria_found is 'Criteria of all sheets of the contest.';
comment on column score.judge_total.parts is
    'This judges share of the mean of each criterion: thousandths of a point times 720720.';
comment on column score.judge_total.is_bare is 'A bare total, no criteria.';
