-- notice_done: notes that a notice was handed over.

update app.notice set sent_at = $at::timestamptz where message_id = $message_id
