-- lineage: what the pages read of mart.lineage about one entry.

select
    number, criterion, aspect, judge_no, judge, replaced_by, value, words, batch_no, file_name,
    sheet, row, "column", file_sha256, sha256, actor, "at", ruleset, ruleset_hash
from mart.lineage
where contest_no = $contest_no
    and entry = $entry
order by number, criterion, aspect, judge_no, batch_no, row
