-- documents: what the pages and papers read of mart.documents.

select
    contest_no, contest, document, kind, lang, entry_no, entry, name, batch_no, as_of_batch_no,
    stated_batch_no, head_sha256, file_sha256, issued_on, issued_at, actor, salt, signature, public_key,
    revoked_at, status
from mart.documents
where contest_no = $contest_no
order by batch_no desc, source_row
