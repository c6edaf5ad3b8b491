-- vacancy_documents: what the pages read of mart.vacancy_documents, one post.

select
    entry_no, candidate, no, document_name, state, received_on, channel, is_needed, is_missing,
    is_late
from mart.vacancy_documents
where contest_no = $contest_no
order by no, entry_no
