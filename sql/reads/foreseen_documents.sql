-- foreseen_documents: what a correction may change of mart.documents.

select
    'document' as field,
    contest_no,
    contest,
    entry_no,
    entry,
    name,
    null::varchar as region,
    kind as what,
    document as number,
    status as value
from mart.documents
where list_contains($contests, contest_no)
