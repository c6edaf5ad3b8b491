-- The planned contests of a sheet, each with its subject, its window and its ruleset.
-- source: CONTRACTS "Sheet formats" (schedule), "States" (public subjects); rulebook TC-C2

create or replace temp table staged_plan as
with
given as (
    select
        staged.source_row,
        staged.source_column,
        try_cast(staged.no as integer) as no,
        coalesce(staged.programme, 'teacher-skill') as programme,
        coalesce(
            if(
                sheet.season_from = 'today' and raw.season is null,
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
        coalesce(staged.level, 'republic') as level,
        staged.industry as unit,
        staged.region,
        staged.base,
        regexp_replace(trim(raw.term), '\s+', ' ', 'g') as term,
        score.term_month(staged.term, 1) as first_month,
        score.term_year(staged.term, 1) as first_year,
        score.term_month(staged.term, 2) as last_month,
        score.term_year(staged.term, 2) as last_year,
        try_cast(staged.starts_on as date) as starts_on,
        try_cast(staged.ends_on as date) as ends_on
    from staged
    inner join staged_raw as raw on raw.source_row = staged.source_row
    cross join staged_sheet as sheet
)

select
    given.source_row,
    given.source_column,
    concat('schedule:', given.programme, '-', given.season) as contest,
    given.no,
    given.programme,
    given.season,
    given.level,
    given.unit,
    given.region,
    given.base,
    given.term,
    given.first_month,
    given.first_year,
    given.last_month,
    given.last_year,
    given.starts_on,
    given.ends_on,
    ruleset.ruleset_hash,
    concat_ws(
        '-',
        given.programme,
        given.season,
        given.level,
        if(given.level = 'republic', null, given.region),
        given.unit
    ) as item,
    false as has_excuse,
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
    hash(item) as thing,
    item as key
from staged_plan
where unit is not null;

create or replace temp view staged_span as
select
    source_row,
    starts_on,
    ends_on
from staged_plan;

create or replace temp table staged_other_row (source_row integer);
