-- contest_rules: what the pages read of mart.contest_rules.

select
    ruleset, ruleset_hash, ruleset_name, content
from mart.contest_rules
where contest_no = $contest_no
