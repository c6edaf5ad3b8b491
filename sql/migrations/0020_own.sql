-- Whom a link, a session or a token is for when it is one entry of a contest: a participant, who
-- sees the own result and nobody else's.

alter table app.invite add column entry varchar;
alter table app.session add column entry varchar;
alter table app.token add column entry varchar;
