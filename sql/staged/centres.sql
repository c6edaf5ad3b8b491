-- What makes a row of a centres sheet the same row: the centre, the item and its evidence.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    'centres' as contest,
    hash(
        lower(organisation), region, profile, item, lower(evidence), basis, done_on
    ) as thing,
    concat_ws(
        chr(31), lower(organisation), region, profile, item, lower(evidence), basis, done_on
    ) as key
from staged;

create or replace temp table staged_other_row (source_row integer);

-- The newest checklist, and the one region of an organisation whose name only one region has.
create or replace temp table known_checklist as
select
    centre.ruleset_hash,
    centre.profile
from ref.centre as centre
inner join known_ruleset as known on known.ruleset_hash = centre.ruleset_hash
order by known.ruleset desc
limit 1;

create or replace temp table known_home as
select
    lower(organisation) as organisation,
    min(region) as region
from fact.organisation
group by lower(organisation)
having count(distinct region) = 1;
