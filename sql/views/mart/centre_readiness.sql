-- mart.centre_readiness: how ready each competence centre is, what is missing, what comes next.
-- grain: one row per contest_no, organisation, region, profile
-- source: rulebook CC-21 (conditions of the profile and CC-11 to CC-14; ready only at 100 %;
-- CC-19, CC-20 are a second gate), CC-44 (done of applicable steps, unbroken run), EX-29 to EX-34

create or replace view mart.centre_readiness as
with
checked as materialized (
    select
        contest_no,
        organisation,
        region,
        profile,
        ruleset_hash,
        day
    from score.centre
),

judged as materialized (
    select
        contest_no,
        organisation,
        region,
        profile,
        list,
        ord,
        item,
        is_satisfied,
        is_applicable,
        is_split
    from score.centre_standing
),

scored as (
    select
        item.contest_no,
        item.organisation,
        item.region,
        item.profile,
        count(*) filter (is_satisfied)::integer as satisfied,
        count(*)::integer as required,
        string_agg(item.item, ', ' order by item.ord) filter (not is_satisfied) as missing,
        string_agg(item.item, ', ' order by item.ord) filter (is_split) as noted
    from judged as item
    inner join checked as centre
        on centre.contest_no = item.contest_no
        and centre.organisation = item.organisation
        and centre.region is not distinct from item.region
        and centre.profile = item.profile
    inner join ref.centre_requirement as requirement
        on requirement.ruleset_hash = centre.ruleset_hash
        and requirement.profile = item.profile
        and requirement.item = item.item
    group by item.contest_no, item.organisation, item.region, item.profile
),

listed as (
    select
        item.contest_no,
        item.organisation,
        item.region,
        item.profile,
        count(*) filter (list = 'optional' and is_satisfied)::integer as optional_satisfied,
        count(*) filter (list = 'optional')::integer as optional_total,
        string_agg(item, ', ' order by ord)
            filter (list = 'operation' and not is_satisfied) as operation_missing,
        count(*) filter (list = 'assessment' and is_satisfied)::integer as steps_done,
        count(*) filter (list = 'assessment' and is_applicable)::integer as steps_required,
        min(ord) filter (
            list = 'assessment' and is_applicable and not is_satisfied
        ) as first_open,
        list(ord) filter (list = 'assessment' and is_satisfied) as done_orders
    from judged as item
    group by item.contest_no, item.organisation, item.region, item.profile
),

procedure as (
    select
        item.contest_no,
        item.organisation,
        item.region,
        item.profile,
        min_by(item.item, item.ord) filter (
            not item.is_satisfied and item.ord >= decision.ord
        ) as next_step,
        coalesce(bool_or(item.item = checklist.order_step and item.is_satisfied), false)
            as is_ordered
    from judged as item
    inner join checked as centre
        on centre.contest_no = item.contest_no
        and centre.organisation = item.organisation
        and centre.region is not distinct from item.region
        and centre.profile = item.profile
    inner join ref.centre as checklist on checklist.ruleset_hash = centre.ruleset_hash
    inner join ref.centre_item as decision
        on decision.ruleset_hash = centre.ruleset_hash
        and decision.item = checklist.decision_step
    where item.list = 'procedure'
    group by item.contest_no, item.organisation, item.region, item.profile
)

select
    -- ids
    centre.contest_no,
    centre.organisation,
    centre.region,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,
    centre.profile,
    centre.day as checked_on,

    -- readiness
    scored.satisfied,
    scored.required,
    (
        score.round_thousandths(100, scored.satisfied, scored.required) * 0.001
    )::decimal(6, 3) as share,
    if(scored.satisfied = scored.required, 'ready', 'not_ready') as status,
    scored.missing,
    scored.noted,
    listed.optional_satisfied,
    listed.optional_total,
    case
        when scored.satisfied < scored.required then checklist.open_step
        else procedure.next_step
    end as next_step,
    scored.satisfied = scored.required
    and procedure.is_ordered
    and listed.operation_missing is null as is_operating,
    listed.operation_missing,

    -- assessment abroad
    listed.steps_done,
    listed.steps_required,
    (
        score.round_thousandths(100, listed.steps_done, listed.steps_required) * 0.001
    )::decimal(6, 3) as steps_share,
    coalesce(len(list_filter(
        listed.done_orders,
        lambda done: done < coalesce(listed.first_open, 2147483647)
    )), 0)::integer as steps_run
from checked as centre
inner join ref.centre as checklist on checklist.ruleset_hash = centre.ruleset_hash
inner join scored
    on scored.contest_no = centre.contest_no
    and scored.organisation = centre.organisation
    and scored.region is not distinct from centre.region
    and scored.profile = centre.profile
inner join listed
    on listed.contest_no = centre.contest_no
    and listed.organisation = centre.organisation
    and listed.region is not distinct from centre.region
    and listed.profile = centre.profile
inner join procedure
    on procedure.contest_no = centre.contest_no
    and procedure.organisation = centre.organisation
    and procedure.region is not distinct from centre.region
    and procedure.profile = centre.profile
left join ref.region as region on region.region = centre.region;

comment on view mart.centre_readiness is 'How ready each competence centre is.';
comment on column mart.centre_readiness.contest_no is 'Physical key of the subject centres.';
comment on column mart.centre_readiness.organisation is 'The TVET organisation.';
comment on column mart.centre_readiness.region is 'ISO code; null: not known.';
comment on column mart.centre_readiness.region_name is 'Name in the language of the reader.';
comment on column mart.centre_readiness.profile is 'Set of conditions: 004 or 004+001.';
comment on column mart.centre_readiness.checked_on is 'The day evidence has to be valid on.';
comment on column mart.centre_readiness.satisfied is 'Conditions and documents that are there.';
comment on column mart.centre_readiness.required is 'Conditions and documents that are needed.';
comment on column mart.centre_readiness.share is 'Percent, to thousandths.';
comment on column mart.centre_readiness.status is 'ready (only at 100 %) or not_ready.';
comment on column mart.centre_readiness.missing is 'Ids that are missing or expired; null: none.';
comment on column mart.centre_readiness.noted is
    'Ids that pass, but not by the strict reading (OQ-11).';
comment on column mart.centre_readiness.optional_satisfied is 'Optional documents that are there.';
comment on column mart.centre_readiness.optional_total is 'Optional documents.';
comment on column mart.centre_readiness.next_step is
    'Next step of the procedure; null: all are done.';
comment on column mart.centre_readiness.is_operating is
    'Ready, ordered, with regulation and passport.';
comment on column mart.centre_readiness.operation_missing is
    'What the second gate lacks; null: nothing.';
comment on column mart.centre_readiness.steps_done is 'Steps of the assessment that are done.';
comment on column mart.centre_readiness.steps_required is 'Steps that are applicable.';
comment on column mart.centre_readiness.steps_share is 'Percent, to thousandths.';
comment on column mart.centre_readiness.steps_run is
    'Steps done from the first on, before the first open one.';
