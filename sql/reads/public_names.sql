-- public_names: what the pages read of mart.public_names.

select
    entry, name, naming, public_name, from_contest, from_entry, members, minors, ages_unknown
from mart.public_names
where contest_no = $contest_no
order by entry
