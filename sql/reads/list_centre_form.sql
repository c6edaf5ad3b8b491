-- list_centre_form: the sections and columns of a centre's passport, by the newest checklist.

select section, field, field_name
from mart.centre_passport
where ruleset = (select max(ruleset) from mart.centre_passport)
order by section, ord
