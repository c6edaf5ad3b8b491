-- score.centre_standing: every item of the checklist of every centre, and whether it is there.
-- grain: one row per contest_no, organisation, region, profile, item (parts are left out)
-- source: rulebook CC-03, CC-05 (two distinct), CC-21, CC-44, EX-32, EX-33. Where parts are
-- reported they decide; else the row of the item itself

create or replace view score.centre_standing as
with
listed as materialized (
    select
        contest_no,
        organisation,
        region,
        profile,
        ruleset_hash
    from score.centre
),

shown as materialized (
    select
        contest_no,
        batch_no,
        source_row,
        organisation,
        region,
        profile,
        item,
        part_of,
        evidence,
        state,
        done_on,
        is_valid
    from score.centre_evidence
),

own as (
    select
        contest_no,
        organisation,
        region,
        profile,
        item,
        bool_or(is_valid) as is_done,
        bool_or(state = 'done') as was_done,
        max_by(state, struct_pack(batch_no := batch_no, source_row := source_row)) as state,
        max(done_on) as done_on
    from shown
    where part_of is null
    group by contest_no, organisation, region, profile, item
),

part as (
    select
        evidence.contest_no,
        evidence.organisation,
        evidence.region,
        evidence.profile,
        evidence.part_of,
        evidence.item,
        count(distinct evidence.evidence) filter (evidence.is_valid) as pieces
    from shown as evidence
    where evidence.part_of is not null
    group by
        evidence.contest_no,
        evidence.organisation,
        evidence.region,
        evidence.profile,
        evidence.part_of,
        evidence.item
),

whole as (
    select
        contest_no,
        organisation,
        region,
        profile,
        part_of as item,
        count(distinct evidence) filter (is_valid) as pieces
    from shown
    where part_of is not null
    group by contest_no, organisation, region, profile, part_of
),

parts as (
    select
        whole.contest_no,
        whole.organisation,
        whole.region,
        whole.profile,
        whole.item,
        whole.pieces,
        max(part.pieces) as most_alone,
        bool_and(coalesce(part.pieces, 0) >= item.minimum) as has_every_part
    from whole
    inner join listed as centre
        on centre.contest_no = whole.contest_no
        and centre.organisation = whole.organisation
        and centre.region is not distinct from whole.region
        and centre.profile = whole.profile
    inner join ref.centre_item as item
        on item.ruleset_hash = centre.ruleset_hash
        and item.part_of = whole.item
    left join part
        on part.contest_no = whole.contest_no
        and part.organisation = whole.organisation
        and part.region is not distinct from whole.region
        and part.profile = whole.profile
        and part.item = item.item
    group by
        whole.contest_no,
        whole.organisation,
        whole.region,
        whole.profile,
        whole.item,
        whole.pieces
),

judged as (
    select
        centre.contest_no,
        centre.organisation,
        centre.region,
        centre.profile,
        item.list,
        item.ord,
        item.item,
        item.is_conditional,
        own.done_on,
        own.state,
        own.was_done,
        coalesce(parts.pieces, if(own.is_done, item.minimum, 0)) as pieces,
        item.minimum,
        coalesce(parts.most_alone < item.alone_minimum, false) as is_split,
        case
            when parts.item is null then coalesce(own.is_done, false)
            else
                parts.pieces >= item.minimum
                and parts.has_every_part
                and (
                    not item.is_alone_required
                    or coalesce(parts.most_alone >= item.alone_minimum, true)
                )
        end as is_satisfied
    from listed as centre
    inner join ref.centre_item as item
        on item.ruleset_hash = centre.ruleset_hash
        and item.part_of is null
    left join own
        on own.contest_no = centre.contest_no
        and own.organisation = centre.organisation
        and own.region is not distinct from centre.region
        and own.profile = centre.profile
        and own.item = item.item
    left join parts
        on parts.contest_no = centre.contest_no
        and parts.organisation = centre.organisation
        and parts.region is not distinct from centre.region
        and parts.profile = centre.profile
        and parts.item = item.item
)

select
    contest_no,
    organisation,
    region,
    profile,
    list,
    ord,
    item,
    is_satisfied,
    is_satisfied
    or (is_conditional and state = 'not_applicable') is not true as is_applicable,
    case
        when is_satisfied then 'done'
        when was_done and state = 'done' then 'expired'
        else coalesce(state, 'missing')
    end as state,
    done_on,
    pieces,
    minimum,
    is_satisfied and is_split as is_split
from judged;

comment on view score.centre_standing is 'Every item of the checklist of every centre.';
comment on column score.centre_standing.contest_no is 'Physical key of the subject.';
comment on column score.centre_standing.organisation is 'The TVET organisation.';
comment on column score.centre_standing.region is 'ISO code; null: not known.';
comment on column score.centre_standing.profile is 'Set of conditions.';
comment on column score.centre_standing.list is
    'condition, mandatory, optional, operation, procedure, assessment, precondition, opito.';
comment on column score.centre_standing.ord is 'Order of the checklist.';
comment on column score.centre_standing.item is 'Id in the rulebook.';
comment on column score.centre_standing.is_satisfied is 'There, and not expired.';
comment on column score.centre_standing.is_applicable is
    'False for a conditional step that is not applicable.';
comment on column score.centre_standing.state is
    'done, expired, in_progress, missing or not_applicable.';
comment on column score.centre_standing.done_on is 'Day of the step or document.';
comment on column score.centre_standing.pieces is 'Distinct valid pieces of evidence.';
comment on column score.centre_standing.minimum is 'Pieces that are needed.';
comment on column score.centre_standing.is_split is
    'Passes, but not by the strict reading: no kind alone is enough.';
