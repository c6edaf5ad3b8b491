-- invites_any: whether anybody was ever invited.

select exists (select invite.person from app.invite as invite)
