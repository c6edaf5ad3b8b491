-- scales: what the pages read of mart.scales.

select
    estimator, scale_method, ranked, centre, spread, factor, median, mad, mean, deviation,
    few_entries, tolerance, gold_floor, silver_floor, bronze_floor
from mart.scales
where contest_no = $contest_no
