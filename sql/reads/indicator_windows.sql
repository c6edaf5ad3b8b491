-- indicator_windows: what the pages read of mart.indicator_windows.

select indicator, starts_on, ends_on, days, rule
from mart.indicator_windows
order by indicator, ends_on, starts_on
