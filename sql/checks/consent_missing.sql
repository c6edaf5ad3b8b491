-- consent_missing: an application without consent to the processing of personal data.
-- kinds: participants
-- source: rulebook BP-Q14; BP A1 (consent is a field of ours)

select
    staged.source_row,
    named.source_column,
    raw.consent as found
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
left join staged_column as named on named.field = 'consent'
where staged.consent is distinct from 'true'
order by staged.source_row;
