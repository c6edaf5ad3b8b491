-- stale_weights: declared weights of the occupational standard that the aspects do not bear out.
-- kinds: scheme
-- source: rulebook WM-01 (variation up to 5 points in total; only aspect rows are trusted)

with
sections as (
    select
        contest,
        wsos_section,
        min(source_row) filter (where wsos_weight is not null) as source_row,
        max(wsos_weight) as declared,
        sum(max_mark) as actual
    from staged_aspect
    group by contest, wsos_section
    having max(wsos_weight) is not null
)

select
    sections.source_row,
    named.source_column,
    sections.declared::varchar as found,
    sections.wsos_section::varchar as section,
    sections.actual
from sections
left join known_contest as contest on contest.contest = sections.contest
left join staged_column as named on named.field = 'wsos_weight'
where sections.declared <> sections.actual
qualify
    sum(abs(sections.declared - sections.actual)) over (partition by sections.contest)
    > coalesce(contest.wsos_tolerance, 5)
order by sections.source_row;
