-- verify_personal: names and judges that are not the ones that were written.
-- source: LEDGER "Tables" (the chain covers salted digests)

select
    batch_no,
    concat('a ', what) as what
from audit.personal
order by 1, 2
