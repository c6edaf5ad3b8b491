-- people: who may come in: open invitations, sessions, tokens and accounts, the newest first.

select
    'invite' as kind,
    person,
    role,
    region,
    contest,
    epoch_us(made_at) as made_at_us,
    epoch_us(expires_at) as expires_at_us,
    made_by
from app.invite
where used_at is null and revoked_at is null and expires_at > $at::timestamptz

union all by name

select
    'session' as kind,
    person,
    role,
    region,
    contest,
    epoch_us(begun_at) as made_at_us,
    epoch_us(expires_at) as expires_at_us,
    person as made_by
from app.session
where ended_at is null and expires_at > $at::timestamptz

union all by name

select
    'token' as kind,
    person,
    role,
    region,
    contest,
    epoch_us(made_at) as made_at_us,
    epoch_us(expires_at) as expires_at_us,
    made_by
from app.token
where revoked_at is null and expires_at > $at::timestamptz

union all by name

select
    'account' as kind,
    person,
    role,
    region,
    contest,
    epoch_us(made_at) as made_at_us,
    null as expires_at_us,
    made_by
from app.account
where revoked_at is null
order by made_at_us desc, person
