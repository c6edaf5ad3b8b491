-- mart.centre_steps: the whole checklist of each centre: conditions, documents, steps.
-- grain: one row per contest_no, organisation, region, profile, item
-- source: rulebook CC-03 to CC-20, CC-31 to CC-39, CC-41, CC-44, CC-45, CC-47

create or replace view mart.centre_steps as
select
    -- ids
    item.contest_no,
    item.organisation,
    item.region,
    item.profile,
    item.list,
    row_number() over in_list as step,
    item.item,

    -- words
    case getvariable('lang')::varchar
        when 'ru' then entry.label_ru
        when 'en' then entry.label_en
        else entry.label_kk
    end as item_name,
    case getvariable('lang')::varchar
        when 'ru' then entry.actor_ru
        when 'en' then entry.actor_en
        else entry.actor_kk
    end as actor,
    case getvariable('lang')::varchar
        when 'ru' then entry.output_ru
        when 'en' then entry.output_en
        else entry.output_kk
    end as output,

    -- state
    requirement.item is not null as is_required,
    entry.is_conditional,
    item.is_applicable,
    item.state,
    item.done_on,
    item.pieces,
    item.minimum
from score.centre_standing as item
inner join score.centre as centre
    on centre.contest_no = item.contest_no
    and centre.organisation = item.organisation
    and centre.region is not distinct from item.region
    and centre.profile = item.profile
inner join ref.centre_item as entry
    on entry.ruleset_hash = centre.ruleset_hash
    and entry.item = item.item
left join ref.centre_requirement as requirement
    on requirement.ruleset_hash = centre.ruleset_hash
    and requirement.profile = item.profile
    and requirement.item = item.item
window
    in_list as (
        partition by
            item.contest_no, item.organisation, item.region, item.profile, item.list
        order by item.ord
    );

comment on view mart.centre_steps is 'The whole checklist of each centre.';
comment on column mart.centre_steps.contest_no is 'Physical key of the subject centres.';
comment on column mart.centre_steps.organisation is 'The TVET organisation.';
comment on column mart.centre_steps.region is 'ISO code; null: not known.';
comment on column mart.centre_steps.profile is 'Set of conditions.';
comment on column mart.centre_steps.list is
    'condition, mandatory, optional, operation, procedure, assessment, precondition, opito.';
comment on column mart.centre_steps.step is 'Number inside its list.';
comment on column mart.centre_steps.item is 'Id in the rulebook.';
comment on column mart.centre_steps.item_name is 'Name in the language of the reader.';
comment on column mart.centre_steps.actor is 'Who does the step.';
comment on column mart.centre_steps.output is 'What the step leaves.';
comment on column mart.centre_steps.is_required is 'Counts for readiness in this profile.';
comment on column mart.centre_steps.is_conditional is 'May be not applicable.';
comment on column mart.centre_steps.is_applicable is 'False: not applicable here.';
comment on column mart.centre_steps.state is
    'done, expired, in_progress, missing or not_applicable.';
comment on column mart.centre_steps.done_on is 'Day of the step or document.';
comment on column mart.centre_steps.pieces is 'Distinct valid pieces of evidence.';
comment on column mart.centre_steps.minimum is 'Pieces that are needed.';
