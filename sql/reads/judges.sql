-- judges: what the pages read of mart.judges, the most lenient first.

select
    contest, judge_no, judge, marks, entries, judges, mean_difference, interval_low,
    interval_high, scatter, rescore_count, note
from mart.judges
where contest_no = $contest_no
order by mean_difference desc nulls last, judge_no
