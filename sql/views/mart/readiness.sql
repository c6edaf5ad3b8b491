-- mart.readiness: what stands between a contest and its publication.
-- grain: one row per contest_no, problem
-- source: rulebook BP-07, BP-10, BP-11, BP-15, BP-16, BP-17, DE-12, DE-19, WM-06, WM-22

create or replace view mart.readiness as
with
total as (
    select
        contest_no,
        sum(marks_expected - marks)::bigint as missing,
        sum(open_aspects)::bigint as open_aspects,
        count(*) filter (tie_reason = 'jury_decision_needed') as undecided,
        count(place) as ranked,
        count(scale) as scaled
    from fact.entry_total
    group by contest_no
),

panel as (
    select
        for_contest_no as contest_no,
        count(distinct name_no) as experts
    from fact.expert
    where role = 'judge'
    group by for_contest_no
),

held as (
    select
        contest_no,
        sum(number) filter (reason = 'site_not_accredited')::bigint as sites,
        sum(number) filter (reason = 'flag_undecided')::bigint as flags,
        sum(number) filter (reason = 'scores_missing')::bigint as scores
    from score.hold
    group by contest_no
),

conflict as (
    select
        contest_no,
        count(*) as open_conflicts
    from score.conflict
    where state = 'open'
    group by contest_no
),

state as (
    select
        contest.contest_no,
        contest.contest,
        contest.region,
        contest.unit,
        contest.ends_on,
        ruleset.min_experts,
        coalesce(panel.experts, 0) as experts,
        coalesce(total.missing, 0) as missing,
        coalesce(total.open_aspects, 0) as open_aspects,
        coalesce(total.undecided, 0) as undecided,
        coalesce(held.sites, 0) as sites,
        coalesce(held.flags, 0) as flags,
        coalesce(held.scores, 0) as scores,
        coalesce(conflict.open_conflicts, 0) as open_conflicts,
        coalesce(total.ranked, 0) as ranked,
        total.scaled > 0 and total.ranked < ruleset.scale_few_entries as is_small,
        sign_off.is_signed,
        ruleset.needs_award_decision and sign_off.decided_batch_no is null as lacks_decision
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    inner join score.sign_off as sign_off on sign_off.contest_no = contest.contest_no
    left join total on total.contest_no = contest.contest_no
    left join panel on panel.contest_no = contest.contest_no
    left join held on held.contest_no = contest.contest_no
    left join conflict on conflict.contest_no = contest.contest_no
    where not contest.is_archive
),

found as (
    select
        contest_no,
        contest,
        region,
        unit,
        ends_on,
        unnest([
            struct_pack(
                name := 'experts_missing',
                is_there := experts < min_experts,
                severity := 'error',
                owner := 'organiser',
                number := min_experts - experts
            ),
            struct_pack(
                name := 'single_expert',
                is_there := experts = 1,
                severity := 'info',
                owner := 'organiser',
                number := 1
            ),
            struct_pack(
                name := 'marks_missing',
                is_there := missing > 0,
                severity := 'error',
                owner := 'expert',
                number := missing
            ),
            struct_pack(
                name := 'rescore_needed',
                is_there := open_aspects > 0,
                severity := 'error',
                owner := 'expert',
                number := open_aspects
            ),
            struct_pack(
                name := 'winner_undecided',
                is_there := undecided > 0,
                severity := 'error',
                owner := 'jury',
                number := undecided
            ),
            struct_pack(
                name := 'single_participant',
                is_there := ranked = 1,
                severity := 'warning',
                owner := 'jury',
                number := 1
            ),
            struct_pack(
                name := 'few_entries',
                is_there := is_small,
                severity := 'warning',
                owner := 'chief_expert',
                number := ranked
            ),
            struct_pack(
                name := 'flag_undecided',
                is_there := flags > 0,
                severity := 'error',
                owner := 'jury',
                number := flags
            ),
            struct_pack(
                name := 'site_not_accredited',
                is_there := sites > 0,
                severity := 'error',
                owner := 'organiser',
                number := sites
            ),
            struct_pack(
                name := 'scores_missing',
                is_there := scores > 0,
                severity := 'error',
                owner := 'expert',
                number := scores
            ),
            struct_pack(
                name := 'conflict_open',
                is_there := open_conflicts > 0,
                severity := 'warning',
                owner := 'chief_expert',
                number := open_conflicts
            ),
            struct_pack(
                name := 'not_signed',
                is_there := not is_signed,
                severity := 'error',
                owner := 'chief_expert',
                number := 1
            ),
            struct_pack(
                name := 'not_decided',
                is_there := lacks_decision,
                severity := 'error',
                owner := 'jury',
                number := 1
            )
        ]) as problem
    from state
),

waived as (
    select
        contest_no,
        value,
        max_by(who, batch_no) as waived_by
    from fact.decision
    where
        kind = 'waiver'
        and entry_no is null
    group by contest_no, value
)

select
    -- ids
    found.contest_no,
    found.contest,
    found.region,
    found.unit,

    -- what, how bad, whose
    found.problem.name as problem,
    found.problem.number as number,
    found.problem.severity as severity,
    found.problem.owner as owner,
    found.ends_on as due,
    found.problem.severity <> 'error'
    or found.problem.name in ('experts_missing', 'winner_undecided', 'not_decided') as is_waivable,
    case when is_waivable then waived.waived_by end as waived_by
from found
left join waived
    on waived.contest_no = found.contest_no
    and waived.value = found.problem.name
where found.problem.is_there;

comment on view mart.readiness is 'What stands between a contest and its publication.';
comment on column mart.readiness.contest_no is 'Physical key of the contest.';
comment on column mart.readiness.contest is 'Contest id.';
comment on column mart.readiness.region is 'ISO code of the scope.';
comment on column mart.readiness.unit is 'Skill, industry, profession or post.';
comment on column mart.readiness.problem is
    'A code: experts_missing, marks_missing, rescore_needed, winner_undecided, not_signed, ...';
comment on column mart.readiness.number is 'How many are missing, open or undecided.';
comment on column mart.readiness.severity is 'error, warning or info.';
comment on column mart.readiness.owner is 'Who can put it right.';
comment on column mart.readiness.due is 'Last day of the contest.';
comment on column mart.readiness.is_waivable is
    'A waiver of the contest with this problem as its value lets it be published nonetheless.';
comment on column mart.readiness.waived_by is
    'Who waived it; null: nobody, or it cannot be waived.';
