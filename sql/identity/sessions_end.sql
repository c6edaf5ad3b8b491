-- sessions_end: signs a person out everywhere.

update app.session
set ended_at = $at::timestamptz
where person = $person and ended_at is null
