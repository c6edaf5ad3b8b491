-- invites_any: whether anybody was ever let in: by an invitation, or by an account at a provider.

select
    exists (select invite.person from app.invite as invite)
    or exists (select account.person from app.account as account)
