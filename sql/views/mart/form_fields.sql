-- mart.form_fields: the fields of the application form of each ruleset, and its deadline.
-- grain: one row per ruleset, field
-- source: rulebook BP-03 (the deadline), BP-05 (Annex 1)

create or replace view mart.form_fields as
select
    ruleset.ruleset,
    ruleset.programme,
    field.ord,
    field.field,
    field.type,
    field.is_required,
    field.is_personal,
    case getvariable('lang')::varchar
        when 'ru' then field.label_ru
        when 'en' then field.label_en
        else field.label_kk
    end as label,
    ruleset.due_on,
    ruleset.is_due_inclusive
from ref.form_field as field
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = field.ruleset_hash
qualify
    dense_rank() over (
        partition by ruleset.programme order by ruleset.ruleset desc, ruleset.ruleset_hash
    ) = 1;

comment on view mart.form_fields is
    'The fields of the application form of each ruleset, and its deadline.';
comment on column mart.form_fields.ruleset is 'Ruleset; the newest of its programme.';
comment on column mart.form_fields.programme is 'Programme.';
comment on column mart.form_fields.ord is 'Order in the form.';
comment on column mart.form_fields.field is 'Field of the sheet of applications.';
comment on column mart.form_fields.type is
    'text, integer, phones, email, region, industry or boolean.';
comment on column mart.form_fields.is_required is 'May not be empty.';
comment on column mart.form_fields.is_personal is 'Personal data.';
comment on column mart.form_fields.label is 'What it is called in the reader''s language.';
comment on column mart.form_fields.due_on is 'Deadline.';
comment on column mart.form_fields.is_due_inclusive is 'The last day counts to its end.';
