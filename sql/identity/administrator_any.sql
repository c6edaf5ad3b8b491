-- administrator_any: whether an administrator is signed in.

select exists (
    select session.person
    from app.session as session
    where
        session.role = 'administrator'
        and session.expires_at > $at::timestamptz
        and session.ended_at is null
)
