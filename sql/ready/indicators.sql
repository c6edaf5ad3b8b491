-- Values of indicators, as the appender takes them: each year is a subject of its own.
-- source: rulebook 10.1 (always numerator and denominator); CONTRACTS "Views" (indicators:<year>)

create or replace temp view ready_contest as
select distinct concat('indicators:', period) as contest
from staged
where period is not null;

create or replace temp view ready_indicator_value as
select
    concat('indicators:', period) as contest,
    source_row,
    source_column,
    indicator,
    region,
    organisation,
    cast(period as integer) as period,
    cast(numerator as bigint) as numerator,
    cast(denominator as bigint) as denominator,
    cast(since as date) as since,
    cast(as_of as date) as as_of,
    source
from staged;
