-- Published results, each with the contest it belongs to.
-- source: CONTRACTS "Sheet formats" (archive creates its contests), rulebook WM-21 (500 scale)

create or replace temp table staged_result as
with
given as (
    select
        staged.source_row,
        staged.source_column,
        coalesce(staged.programme, 'worldskills') as programme,
        try_cast(staged.season as integer) as season,
        coalesce(staged.level, 'international') as level,
        staged.skill as unit,
        staged.region,
        coalesce(staged.entry, staged.region) as entry,
        try_cast(staged.scale_score as integer) as scale,
        staged.award,
        coalesce(
            staged.ruleset,
            case
                when try_cast(staged.season as integer) < 2017 then 'worldskills-500'
                else 'worldskills'
            end
        ) as ruleset
    from staged
)

select
    given.source_row,
    given.source_column,
    concat_ws('-', given.programme, given.season, given.level, given.unit) as contest,
    given.programme,
    given.season,
    given.level,
    given.unit,
    given.region,
    given.entry,
    given.scale,
    given.award,
    given.ruleset,
    ruleset.ruleset_hash
from given
left join known_ruleset as ruleset on ruleset.ruleset = given.ruleset;

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest,
    hash(contest, entry) as thing,
    concat_ws(chr(31), contest, entry) as key
from staged_result
where entry is not null;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_pinned as
select
    source_row,
    programme,
    ruleset,
    ruleset_hash
from staged_result;
