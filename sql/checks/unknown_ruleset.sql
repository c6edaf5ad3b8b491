-- unknown_ruleset: a ruleset that there is no file of.
-- kinds: contests, archive, vacancies
-- source: CONTRACTS "Ids" (rulesets)

select
    staged.source_row,
    coalesce(named.source_column, programme.source_column) as source_column,
    coalesce(staged.ruleset, staged.programme) as found,
    (select string_agg(known.ruleset, ', ' order by known.ruleset) from known_ruleset as known)
        as rulesets
from staged_pinned as staged
left join staged_column as named on named.field = 'ruleset'
left join staged_column as programme on programme.field = 'programme'
where staged.ruleset_hash is null and staged.programme is not null
order by staged.source_row;
