-- score.judge_total: what one judge gives an entry, over the criteria that count.
-- grain: one row per contest_no, entry_no, judge_no with scores
-- source: rulebook BP-08, BP-10

create or replace view score.judge_total as
select
    score.contest_no,
    score.entry_no,
    score.judge_no,
    coalesce(sum(score.points) filter (criterion.is_counted), 0)::decimal(18, 3) as points,
    count(score.points)::integer as given
from fact.score as score
inner join score.criterion_score as criterion
    on criterion.contest_no = score.contest_no
    and criterion.entry_no = score.entry_no
    and criterion.criterion = score.criterion
group by score.contest_no, score.entry_no, score.judge_no;

comment on view score.judge_total is 'What one judge gives an entry.';
comment on column score.judge_total.contest_no is 'Physical key of the contest.';
comment on column score.judge_total.entry_no is 'Key of the entry inside its contest.';
comment on column score.judge_total.judge_no is 'Key of the judge inside the contest.';
comment on column score.judge_total.points is
    'Points over the criteria that every judge of the entry has given.';
comment on column score.judge_total.given is 'Criteria this judge has given points for.';
