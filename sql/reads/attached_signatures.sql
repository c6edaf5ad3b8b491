-- attached_signatures: what the pages and the check read of mart.attached_signatures.

select
    document, batch_no, file_sha256, contest_no, document_sha256, document_sha384,
    document_sha512, actor, attached_at
from mart.attached_signatures
where contest_no = $contest_no
order by document, batch_no
