-- account_of: what somebody is here whom a provider has just told us about; the newest first.

select person, role, region, contest, entry
from app.account
where
    revoked_at is null
    and (email = $email::varchar or (issuer = $issuer::varchar and subject = $subject::varchar))
    and (asked_again_at is null or $signed_in_at::timestamptz >= asked_again_at)
order by made_at desc, role, region, contest
