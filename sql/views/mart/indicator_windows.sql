-- mart.indicator_windows: periods that an indicator names instead of a number.
-- grain: one row per indicator, starts_on
-- source: rulebook IND-19, IND-31, IND-32 (soft deadlines, OQ-22)

create or replace view mart.indicator_windows as
select
    span.indicator,
    case getvariable('lang')::varchar
        when 'ru' then indicator.name_ru
        when 'en' then indicator.name_en
        else indicator.name_kk
    end as indicator_name,
    span.starts_on,
    span.ends_on,
    date_diff('day', span.starts_on, span.ends_on)::integer + 1 as days,
    span.rule
from ref.indicator_window as span
inner join ref.indicator as indicator on indicator.indicator = span.indicator;

comment on view mart.indicator_windows is 'Periods that an indicator names.';
comment on column mart.indicator_windows.indicator is 'Id in the rulebook.';
comment on column mart.indicator_windows.indicator_name is 'Name in the language of the reader.';
comment on column mart.indicator_windows.starts_on is 'First day; null: open.';
comment on column mart.indicator_windows.ends_on is 'Last day, counted.';
comment on column mart.indicator_windows.days is 'Calendar days, both ends counted; null: open.';
comment on column mart.indicator_windows.rule is 'Source of the rule.';
