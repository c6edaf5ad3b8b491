-- mart.radar: what is missing, impossible or unlike the earlier stage in a contest, beside what
-- keeps it from the public (mart.readiness).
-- grain: one row per contest_no, problem; staff of the contest only
-- source: rulebook BP-01, BP-03, BP-04, BP-16, BP-19, BP-20, CS-41, TC-C3, TC-C5, TC-C11, WM-02,
-- WM-05, WM-07, WM-09, WS-04, WS-05.5, WS-06.5, WS-10, WS-20; CONTRACTS "Sheet formats"
-- (max_entries), "States" (a later change voids later states); docs/draw.md. The text names no
-- term for a ruling (BP-Q12): the last day of the window of appeals stands in for it. What a
-- contest lacks on its way is past under a signature

create or replace view mart.radar as
with
contest as materialized (
    select
        contest.contest_no,
        contest.contest,
        contest.region,
        contest.unit,
        contest.starts_on,
        contest.ends_on,
        contest.max_entries,
        ruleset.engine,
        ruleset.due_on,
        ruleset.ruleset_hash in (select ruleset_hash from ref.criterion) as has_criteria,
        ruleset.judges_per_judgement,
        ruleset.paper_certificate = 'marked' or ruleset.paper_diploma = 'awarded' as has_papers,
        case contest.level
            when 'college' then ruleset.own_side_college
            when 'oblast' then ruleset.own_side_oblast
            when 'republic' then ruleset.own_side_republic
            when 'international' then ruleset.own_side_international
        end as own_side,
        sign_off.is_signed,
        sign_off.changed_batch_no,
        publication.published_batch_no,
        score.is_newest_public(publication.published_batch_no, sign_off.changed_batch_no)
            as is_newest_public
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    inner join score.sign_off as sign_off on sign_off.contest_no = contest.contest_no
    left join fact.publication as publication on publication.contest_no = contest.contest_no
    where
        not contest.is_archive
        and fact.is_staff_of(contest.contest_no)
),

everybody as materialized (
    select
        entry.contest_no,
        entry.entry_no,
        entry.region,
        lower(entry.organisation) as organisation,
        entry.members,
        entry.is_guest,
        competitor.is_there
    from fact.entry as entry
    inner join score.competitor as competitor
        on competitor.contest_no = entry.contest_no
        and competitor.entry_no = entry.entry_no
),

entry as (
    select
        contest_no,
        entry_no,
        region,
        organisation,
        members,
        is_guest
    from everybody
    where is_there
),

work as (
    select
        contest_no,
        entry_no
    from fact.work
),

expert as materialized (
    select
        for_contest_no as contest_no,
        role,
        region,
        lower(organisation) as organisation
    from fact.expert
),

panel as (
    select
        contest_no,
        count(*) filter (role = 'chief_expert') as chiefs,
        count(*) filter (role = 'judge') as judges
    from expert
    group by contest_no
),

scheme as (
    select
        contest_no,
        count(*) as aspects,
        count(*) filter (kind = 'J') as judgements
    from fact.aspect
    group by contest_no
),

field as (
    select
        contest_no,
        count(*) as entries
    from entry
    group by contest_no
),

prepared as (
    select
        contest.contest_no,
        contest.starts_on,
        contest.engine = 'points' as is_judged,
        contest.engine in ('points', 'exam') as has_field,
        contest.max_entries,
        contest.own_side,
        if(scheme.judgements > 0, contest.judges_per_judgement, 1) as judges_needed,
        contest.has_criteria,
        coalesce(field.entries, 0) as entries,
        coalesce(panel.chiefs, 0) as chiefs,
        coalesce(panel.judges, 0) as judges,
        coalesce(scheme.aspects, 0) as aspects
    from contest
    left join field on field.contest_no = contest.contest_no
    left join panel on panel.contest_no = contest.contest_no
    left join scheme on scheme.contest_no = contest.contest_no
),

-- entries whose judges are of the same side, so that too few may mark them
sided as (
    select
        entry.contest_no,
        entry.entry_no
    from entry
    inner join prepared on prepared.contest_no = entry.contest_no
    inner join expert
        on expert.contest_no = entry.contest_no
        and expert.role = 'judge'
    where
        prepared.is_judged
        and prepared.own_side in ('region', 'organisation')
        and prepared.judges >= prepared.judges_needed
    group by entry.contest_no, entry.entry_no
    having
        count(*) filter (
            case prepared.own_side
                when 'region' then expert.region is distinct from entry.region
                else expert.organisation is distinct from entry.organisation
            end
        ) < any_value(prepared.judges_needed)
),

stage as materialized (
    select
        contest_no,
        next_contest_no
    from mart.next_contests
),

origin as materialized (
    select
        contest_no,
        batch_no,
        entry_no,
        from_contest_no,
        from_entry_no
    from fact.entry_origin
),

came as (
    select
        origin.contest_no,
        not earlier.is_signed as is_unsigned,
        earlier.changed_batch_no > origin.batch_no as is_changed,
        now.members <> before.members
        or now.region <> coalesce(before.region, earlier.region) as is_unlike
    from origin
    inner join contest as earlier on earlier.contest_no = origin.from_contest_no
    inner join entry as now
        on now.contest_no = origin.contest_no
        and now.entry_no = origin.entry_no
    inner join everybody as before
        on before.contest_no = origin.from_contest_no
        and before.entry_no = origin.from_entry_no
),

lot as (
    select
        contest_no,
        purpose,
        batch_no,
        entry_no,
        seed is not null as is_revealed
    from fact.draw
),

found as (
    select
        contest_no,
        unnest([
            'dates_missing', 'entries_missing', 'entries_above_maximum', 'chief_missing',
            'judges_few', 'scheme_missing'
        ]) as problem,
        unnest([
            (starts_on is null)::bigint,
            (has_field and entries = 0)::bigint,
            coalesce(entries - max_entries, 0),
            (is_judged and chiefs = 0)::bigint,
            if(is_judged and judges_needed > 1, judges_needed - judges, 0),
            (is_judged and not has_criteria and aspects = 0)::bigint
        ]) as number,
        null::date as own_due
    from prepared

    union all

    select
        entry.contest_no,
        'works_missing' as problem,
        count(*) as number,
        null as own_due
    from entry
    semi join work as handed_in on handed_in.contest_no = entry.contest_no
    anti join work
        on work.contest_no = entry.contest_no
        and work.entry_no = entry.entry_no
    group by entry.contest_no

    union all

    select
        contest_no,
        'judges_own_side' as problem,
        count(*) as number,
        null as own_due
    from sided
    group by contest_no

    union all

    select
        contest_no,
        'reading_open' as problem,
        count(*) as number,
        null as own_due
    from score.reading
    where changes_winner and not is_confirmed
    group by contest_no

    union all

    select
        contest_no,
        'draw_unrevealed' as problem,
        count(distinct batch_no) as number,
        null as own_due
    from lot
    where not is_revealed
    group by contest_no

    union all

    select
        entry.contest_no,
        'workplaces_missing' as problem,
        count(*) as number,
        null as own_due
    from entry
    semi join lot as drawn
        on drawn.contest_no = entry.contest_no
        and drawn.purpose = 'workplace'
        and drawn.is_revealed
    anti join lot as placed
        on placed.contest_no = entry.contest_no
        and placed.entry_no = entry.entry_no
        and placed.purpose = 'workplace'
    group by entry.contest_no

    union all

    select
        stage.next_contest_no as contest_no,
        'stage_order' as problem,
        count(*) as number,
        null as own_due
    from stage
    inner join contest as earlier on earlier.contest_no = stage.contest_no
    inner join contest as next on next.contest_no = stage.next_contest_no
    where next.starts_on <= earlier.ends_on
    group by stage.next_contest_no

    union all

    select
        concerned.contest_no,
        'person_clash' as problem,
        count(*) as number,
        min(clash.starts_on) as own_due
    from score.clash_person as clash
    cross join unnest(clash.contest_nos) as concerned (contest_no)
    group by concerned.contest_no

    union all

    select
        entry.contest_no,
        'origin_missing' as problem,
        count(*) as number,
        null as own_due
    from entry
    semi join stage on stage.next_contest_no = entry.contest_no
    anti join origin
        on origin.contest_no = entry.contest_no
        and origin.entry_no = entry.entry_no
    where not entry.is_guest
    group by entry.contest_no

    union all

    select
        contest_no,
        unnest(['origin_unsigned', 'origin_changed', 'origin_unlike']) as problem,
        unnest([
            count(*) filter (is_unsigned),
            count(*) filter (is_changed),
            count(*) filter (is_unlike)
        ]) as number,
        null as own_due
    from came
    group by contest_no

    union all

    select
        contest_no,
        'parts_unlocked' as problem,
        count(*) as number,
        null as own_due
    from score.lock
    where not is_locked
    group by contest_no

    union all

    select
        contest_no,
        if(state = 'decided', 'appeal_uncorrected', 'appeal_waiting') as problem,
        count(*) as number,
        min(closes_on) as own_due
    from score.appeal
    where state in ('filed', 'admitted', 'decided')
    group by contest_no, problem

    union all

    select
        contest_no,
        'public_behind' as problem,
        1 as number,
        null as own_due
    from contest
    where not is_newest_public

    union all

    select
        contest.contest_no,
        'papers_missing' as problem,
        1 as number,
        null as own_due
    from contest
    anti join fact.document as document
        on document.for_contest_no = contest.contest_no
        and not document.is_revoked
    where contest.published_batch_no is not null and contest.has_papers
)

select
    -- ids
    found.contest_no,
    contest.contest,
    contest.region,
    contest.unit,

    -- what, how bad, whose
    found.problem,
    found.number::bigint as number,
    if(found.problem in ('dates_missing', 'papers_missing'), 'info', 'warning') as severity,
    case
        when found.problem = 'appeal_waiting' then 'jury'
        when found.problem in (
            'scheme_missing', 'draw_unrevealed', 'workplaces_missing', 'origin_unsigned',
            'parts_unlocked', 'appeal_uncorrected'
        ) then 'chief_expert'
        when found.problem = 'public_behind' then 'administrator'
        else 'organiser'
    end as owner,
    case
        when found.problem in ('public_behind', 'papers_missing') then null
        when found.problem in ('person_clash', 'appeal_waiting', 'appeal_uncorrected')
            then found.own_due
        when found.problem = 'works_missing' then contest.due_on
        when found.problem = 'parts_unlocked' then contest.ends_on
        else contest.starts_on
    end as due
from found
inner join contest on contest.contest_no = found.contest_no
where
    found.number > 0
    and (
        not contest.is_signed
        or found.problem in (
            'parts_unlocked', 'appeal_waiting', 'appeal_uncorrected', 'public_behind',
            'papers_missing'
        )
    );

comment on view mart.radar is
    'What is missing, impossible or unlike the earlier stage, beside what mart.readiness asks.';
comment on column mart.radar.contest_no is 'Physical key of the contest.';
comment on column mart.radar.contest is 'Contest id.';
comment on column mart.radar.region is 'ISO code of the scope.';
comment on column mart.radar.unit is 'Skill, industry, profession or post.';
comment on column mart.radar.problem is
    'A code: chief_missing, judges_own_side, stage_order, origin_missing, appeal_waiting, ...';
comment on column mart.radar.number is 'How many are missing, too many, unlike or open.';
comment on column mart.radar.severity is
    'warning or info: none of this keeps a contest from the public.';
comment on column mart.radar.owner is 'Who can put it right.';
comment on column mart.radar.due is
    'By when: first or last day of the contest, last day for works, end of the window of appeals; '
    'null: neither calendar nor ruleset names a day.';
