-- The events of a sheet, each with its subject, its window and its ruleset. The first day says
-- the school year; without one the sheet does.
-- source: CONTRACTS "Sheet formats" (events), "States" (public subjects); rulebook WS-E1, EV-01

create or replace temp table staged_plan as
with
given as (
    select
        staged.source_row,
        staged.source_column,
        coalesce(staged.event, staged.title) as event,
        staged.programme,
        coalesce(
            if(
                raw.season is null,
                score.school_year(coalesce(
                    try_cast(staged.starts_on as date),
                    score.month_first(
                        null, score.term_month(staged.term, 1), score.term_year(staged.term, 1)
                    )
                )),
                null
            ),
            try_cast(staged.season as integer)
        ) as season,
        staged.level,
        staged.title,
        staged.region,
        staged.place,
        regexp_replace(trim(raw.term), '\s+', ' ', 'g') as term,
        score.term_month(staged.term, 1) as first_month,
        score.term_year(staged.term, 1) as first_year,
        score.term_month(staged.term, 2) as last_month,
        score.term_year(staged.term, 2) as last_year,
        try_cast(staged.starts_on as date) as starts_on,
        try_cast(staged.ends_on as date) as ends_on,
        coalesce(staged.state, 'planned') as state,
        staged.repeats,
        staged.note
    from staged
    inner join staged_raw as raw on raw.source_row = staged.source_row
)

select
    given.source_row,
    given.source_column,
    concat('schedule:', given.programme, '-', given.season) as contest,
    given.event,
    given.programme,
    given.season,
    given.level,
    given.title,
    given.region,
    given.place,
    given.term,
    given.first_month,
    given.first_year,
    given.last_month,
    given.last_year,
    given.starts_on,
    given.ends_on,
    given.state,
    given.repeats,
    given.note,
    ruleset.ruleset_hash,
    given.event as item,
    given.state <> 'planned' or given.repeats is not null as has_excuse,
    given.starts_on is not null or given.first_year is not null as says_season,
    score.month_first(given.season, given.first_month, given.first_year) as window_first,
    last_day(score.month_first(given.season, given.last_month, given.last_year)) as window_last
from given
left join known_programme as preferred on preferred.programme = given.programme
left join known_ruleset as ruleset on ruleset.ruleset = preferred.ruleset;

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest,
    hash(contest, item) as thing,
    concat_ws(chr(31), contest, item) as key
from staged_plan
where item is not null;

create or replace temp view staged_span as
select
    source_row,
    starts_on,
    ends_on
from staged_plan;

create or replace temp table staged_other_row (source_row integer);
