-- audit.duplicate: the same fact brought by two batches that are both in force.
-- grain: one row per contest_no, fact, key
-- source: DESIGN 2 (a re-upload replaces the former batch; an undo may not bring it back beside it)

create or replace view audit.duplicate as
select
    contest_no,
    'mark' as fact,
    concat_ws('/', entry_no, aspect, judge_no) as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.mark
group by contest_no, entry_no, aspect, judge_no
having count(*) > 1

union all

select
    contest_no,
    'score' as fact,
    concat_ws('/', entry_no, judge_no, criterion) as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.score
group by contest_no, entry_no, judge_no, criterion
having count(*) > 1

union all

select
    contest_no,
    'scale_score' as fact,
    entry_no::varchar as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.scale_score
group by contest_no, entry_no
having count(*) > 1

union all

select
    contest_no,
    'aspect' as fact,
    aspect as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.aspect
group by contest_no, aspect
having count(*) > 1

union all

select
    contest_no,
    'indicator_value' as fact,
    concat_ws('/', indicator, region, organisation, since) as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.indicator_value
group by contest_no, indicator, region, organisation, since
having count(*) > 1

union all

select
    contest_no,
    'schedule_item' as fact,
    item as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.schedule_item
group by contest_no, item
having count(*) > 1

union all

select
    contest_no,
    'centre_item' as fact,
    concat_ws('/', organisation, region, profile, item, evidence, basis, done_on) as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.centre_item
group by contest_no, organisation, region, profile, item, evidence, basis, done_on
having count(*) > 1

union all

select
    contest_no,
    'entry_origin' as fact,
    concat_ws('/', from_contest_no, from_entry_no) as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.entry_origin
group by contest_no, from_contest_no, from_entry_no
having count(*) > 1

union all

select
    contest_no,
    'candidate_answer' as fact,
    concat_ws('/', entry_no, criterion) as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.candidate_answer
group by contest_no, entry_no, criterion
having count(distinct batch_no) > 1

union all

select
    contest_no,
    'exam_result' as fact,
    entry_no::varchar as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.exam_result
group by contest_no, entry_no
having count(*) > 1

union all

select
    contest_no,
    'work' as fact,
    entry_no::varchar as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.work
group by contest_no, entry_no
having count(*) > 1

union all

select
    contest_no,
    'event' as fact,
    event as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.event
group by contest_no, event
having count(*) > 1

union all

select
    contest_no,
    'selection_result' as fact,
    concat_ws('/', entry_no, step, part, member) as key,
    min(batch_no) as first_batch_no,
    max(batch_no) as last_batch_no
from fact.selection_result
group by contest_no, entry_no, step, part, member
having count(*) > 1;

comment on view audit.duplicate is 'The same fact brought by two batches in force.';
comment on column audit.duplicate.contest_no is 'Physical key of the contest.';
comment on column audit.duplicate.fact is 'Kind of fact.';
comment on column audit.duplicate.key is 'What is there twice.';
comment on column audit.duplicate.first_batch_no is 'The earlier batch.';
comment on column audit.duplicate.last_batch_no is 'The later batch.';
