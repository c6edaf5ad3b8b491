-- notice_drop: forgets a notice that the server has refused to take: it did not go out.

delete from app.notice where message_id = $message_id and sent_at is null
