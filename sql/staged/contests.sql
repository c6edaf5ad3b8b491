-- The contests of a sheet, each with its id and its ruleset.
-- source: CONTRACTS "Ids"

create or replace temp table staged_contest as
with
scoped as (
    select
        staged.source_row,
        staged.source_column,
        staged.programme,
        staged.season,
        staged.level,
        staged.region,
        staged.organisation,
        coalesce(staged.stream, 'wsk') as stream,
        staged.unit,
        staged.edition,
        coalesce(staged.ruleset, preferred.ruleset) as ruleset,
        try_cast(staged.starts_on as date) as starts_on,
        try_cast(staged.ends_on as date) as ends_on,
        staged.host,
        try_cast(staged.max_entries as integer) as max_entries
    from staged
    left join known_programme as preferred on preferred.programme = staged.programme
)

select
    scoped.source_row,
    scoped.source_column,
    concat_ws(
        '-',
        scoped.programme,
        scoped.season,
        scoped.level,
        case when scoped.level in ('college', 'oblast') then scoped.region end,
        case when scoped.level = 'college' then score.id_part(scoped.organisation) end,
        nullif(scoped.stream, 'wsk'),
        scoped.unit
    ) as contest,
    scoped.programme,
    try_cast(scoped.season as integer) as season,
    scoped.level,
    scoped.region,
    scoped.organisation,
    scoped.stream,
    scoped.unit,
    coalesce(scoped.edition, unit.edition) as edition,
    scoped.ruleset,
    ruleset.ruleset_hash,
    scoped.starts_on,
    scoped.ends_on,
    scoped.host,
    scoped.max_entries
from scoped
left join known_ruleset as ruleset on ruleset.ruleset = scoped.ruleset
left join known_unit as unit
    on unit.programme = scoped.programme
    and unit.unit = scoped.unit;

create or replace temp view staged_key as
select
    source_row,
    source_column,
    null::varchar as contest,
    hash(contest) as thing,
    contest as key
from staged_contest;

create or replace temp view staged_span as
select
    source_row,
    starts_on,
    ends_on
from staged_contest;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_pinned as
select
    source_row,
    programme,
    ruleset,
    ruleset_hash
from staged_contest;
