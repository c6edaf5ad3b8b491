-- score.criterion_score: the points of one criterion, all judges of the entry together.
-- grain: one row per contest_no, entry_no, criterion with a score
-- source: rulebook BP-08, BP-10 (a criterion counts when every judge of the entry gave points)

create or replace view score.criterion_score as
with
sheet as (
    select
        contest_no,
        entry_no,
        count(distinct judge_no)::integer as judges,
        bool_and(criterion = 'total') as is_bare
    from fact.score
    group by contest_no, entry_no
)

select
    score.contest_no,
    score.entry_no,
    score.criterion,
    sum(score.points) as points_sum,
    any_value(sheet.judges) as judge_count,
    count(score.points) = any_value(sheet.judges) as is_counted
from fact.score as score
inner join sheet
    on sheet.contest_no = score.contest_no
    and sheet.entry_no = score.entry_no
left join score.sheet_criterion as asked
    on asked.contest_no = score.contest_no
    and asked.criterion = score.criterion
where if(score.criterion = 'total', sheet.is_bare, asked.criterion is not null)
group by score.contest_no, score.entry_no, score.criterion;

comment on view score.criterion_score is
    'The points of one criterion, all judges of the entry together.';
comment on column score.criterion_score.contest_no is 'Physical key of the contest.';
comment on column score.criterion_score.entry_no is 'Key of the entry inside its contest.';
comment on column score.criterion_score.criterion is 'Criterion; total: a bare total.';
comment on column score.criterion_score.points_sum is 'Points of all judges together.';
comment on column score.criterion_score.judge_count is 'Judges of the entry.';
comment on column score.criterion_score.is_counted is 'Every judge of the entry gave points.';
