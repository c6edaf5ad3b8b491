-- indicator_targets: what the pages read of mart.indicator_targets.

select
    batch_no, indicator, region, year, minimum, maximum, source, actor, recorded_at, is_latest
from mart.indicator_targets
order by indicator, year desc, batch_no desc, region
