-- receivers: who gets notices, in the order in which they were written down.

select email, lang, region, contest, entry
from app.receiver
order by made_at, email
