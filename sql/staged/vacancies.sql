-- The posts of a sheet, each with the contest it opens and its ruleset; a post may be published
-- several times, and its contest is of the season of the first publication.
-- source: CONTRACTS "Ids", "Sheet formats" (vacancies create their contests); rulebook VC-01, VC-03

create or replace temp table staged_contest as
with
given as (
    select
        staged.source_row,
        staged.source_column,
        staged.post,
        staged.organisation,
        staged.region,
        coalesce(try_cast(staged.units as integer), 1) as units,
        try_cast(staged.published_on as date) as published_on,
        try_cast(staged.deadline_days as integer) as deadline_days,
        coalesce(staged.english = 'true', false) as is_english,
        coalesce(staged.ruleset, preferred.ruleset) as ruleset,
        coalesce(
            try_cast(staged.season as integer),
            min(year(try_cast(staged.published_on as date))) over same_post
        )::integer as season
    from staged
    left join known_programme as preferred on preferred.programme = 'vacancy'
    window same_post as (
        partition by staged.region, lower(staged.organisation), lower(staged.post)
    )
)

select
    given.source_row,
    given.source_column,
    concat_ws(
        '-',
        'vacancy',
        given.season,
        'college',
        given.region,
        score.id_part(given.organisation),
        score.id_part(given.post)
    ) as contest,
    'vacancy' as programme,
    given.season,
    'college' as level,
    given.region,
    given.organisation,
    score.id_part(given.post) as unit,
    given.post,
    given.units,
    given.published_on,
    given.deadline_days,
    given.is_english,
    given.ruleset,
    ruleset.ruleset_hash
from given
left join known_ruleset as ruleset on ruleset.ruleset = given.ruleset;

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest,
    hash(contest, published_on) as thing,
    concat_ws(chr(31), contest, published_on) as key
from staged_contest;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_pinned as
select
    source_row,
    programme,
    ruleset,
    ruleset_hash
from staged_contest;
