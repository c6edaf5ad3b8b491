-- centre_passport: what the pages read of mart.centre_passport.

select ruleset, section, field, field_name
from mart.centre_passport
order by ruleset, section, ord
