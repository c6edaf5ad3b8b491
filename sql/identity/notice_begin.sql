-- notice_begin: notes that a notice is about to be handed over, unless somebody has begun it.

insert into app.notice by name
select
    $message_id as message_id,
    $at::timestamptz as begun_at
where not exists (select notice.message_id from app.notice as notice where message_id = $message_id)
