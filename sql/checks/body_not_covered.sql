-- body_not_covered: a selection of a body that does not select by these rules.
-- kinds: contests
-- source: rulebook CS-01 (CS-E01)

select
    staged.source_row,
    named.source_column,
    coalesce(staged.organisation, staged.region) as found,
    any_value(body.bodies) as bodies
from staged_contest as staged
semi join ref.selection_rule as rule on rule.ruleset_hash = staged.ruleset_hash
inner join (
    select
        ruleset_hash,
        string_agg(label_kk, '; ') as bodies
    from ref.selection_body
    group by ruleset_hash
) as body on body.ruleset_hash = staged.ruleset_hash
left join staged_column as named
    on named.field = if(staged.organisation is null, 'region', 'organisation')
where
    coalesce(staged.organisation, staged.region) is not null
    and not exists (
        select 1
        from ref.selection_body as listed
        where
            listed.ruleset_hash = staged.ruleset_hash
            and (
                (listed.region is null and score.folded(staged.organisation) in (
                    score.folded(listed.body),
                    score.folded(listed.label_kk),
                    score.folded(listed.label_ru),
                    score.folded(listed.label_en)
                ))
                or listed.region = staged.region
            )
    )
group by staged.source_row, named.source_column, staged.organisation, staged.region
order by staged.source_row;
