-- notices_begun: which notices were begun, and whether they are known to have gone out.

select message_id, sent_at is not null as is_sent
from app.notice
