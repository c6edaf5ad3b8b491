-- republished: contests that were published more than once: their boards tell who moved.

select contest_no
from ledger.publication
group by contest_no
having count(*) > 1
