-- appeal_windows: what the pages read of mart.appeal_windows.

select contest_no, contest, published_at, days, closes_on
from mart.appeal_windows
order by contest_no
