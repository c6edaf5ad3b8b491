-- mart.centre_passport: the form of a centre's passport: its sections and their columns.
-- grain: one row per ruleset, section, field
-- source: rulebook 8.7 (004, annex 2); section 7 is filled from mart.centre_steps

create or replace view mart.centre_passport as
select
    ruleset.ruleset,
    field.section,
    field.ord,
    field.field,
    case getvariable('lang')::varchar
        when 'ru' then field.label_ru
        when 'en' then field.label_en
        else field.label_kk
    end as field_name
from ref.passport_field as field
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = field.ruleset_hash;

comment on view mart.centre_passport is 'The form of a passport.';
comment on column mart.centre_passport.ruleset is 'The checklist it belongs to.';
comment on column mart.centre_passport.section is '1 to 9; 0: the cover.';
comment on column mart.centre_passport.ord is 'Order on paper.';
comment on column mart.centre_passport.field is 'Code of the column.';
comment on column mart.centre_passport.field_name is 'Heading in the language of the reader.';
