-- Names that acts of erasure destroyed, of whichever batch: the office destroys them too.

select
    erased.batch_no,
    erased.name_no
from audit.erased as erased
anti join private.name as name on name.name_no = erased.name_no
