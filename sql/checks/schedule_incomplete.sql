-- schedule_incomplete: a republican schedule with fewer or more contests than it has industries,
-- those in force counted in: a schedule may come in parts.
-- kinds: schedule
-- source: rulebook TC-C1 (13 rows); an error among the clashes for as long as it stands

with
listed as (
    select
        contest,
        item
    from staged_plan
    where level = 'republic'

    union

    select
        contest,
        item
    from fact.schedule_item
    where level = 'republic'
),

counted as (
    select
        contest,
        count(*) as contests
    from listed
    group by contest
)

select
    max(plan.source_row) as source_row,
    any_value(named.source_column) as source_column,
    any_value(counted.contests)::varchar as found,
    any_value(calendar.contests)::varchar as contests
from staged_plan as plan
inner join ref.calendar as calendar on calendar.ruleset_hash = plan.ruleset_hash
inner join counted on counted.contest = plan.contest
left join staged_column as named on named.field = 'industry'
where plan.level = 'republic'
group by plan.contest
having any_value(counted.contests) <> any_value(calendar.contests)
order by source_row;
