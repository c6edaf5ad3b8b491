-- mart.exams: the demonstration exams: how many came, are marked, get passports; how far it is.
-- grain: one row per contest_no
-- source: rulebook DE-01 to DE-19, "State machine"; EX-36 to EX-41. Points are not averaged over
-- who is freed from the exam

create or replace view mart.exams as
with
least as (
    select
        ruleset_hash,
        min(grade) as grade
    from ref.exam_grade
    group by ruleset_hash
),

counted as (
    select
        passport.contest_no,
        count(*) as registered,
        count(*) filter (passport.took_part) as examinees,
        count(*) filter (passport.reason = 'absent') as absent,
        count(*) filter (passport.reason = 'exempt') as exempt,
        count(*) filter (passport.is_eligible) as passports,
        count(*) filter (passport.number is not null) as numbered,
        count(*) filter (
            passport.reason in ('score_missing', 'site_not_accredited') and passport.score is null
        ) as scores_missing,
        count(*) filter (passport.is_to_confirm) as to_confirm,
        count(*) filter (passport.took_part and passport.score is not null) as marked,
        count(*) filter (passport.is_blocked) as blocked,
        sum(passport.score) filter (passport.took_part) as points,
        min(passport.score) filter (passport.took_part) as lowest,
        max(passport.score) filter (passport.took_part) as highest,
        count(*) filter (passport.took_part and passport.grade > least.grade) as reached,
        bool_or(passport.is_wsk) as is_wsk,
        bool_or(passport.needs_site) as needs_site,
        count(distinct lower(passport.site)) as sites,
        bool_and(passport.is_accredited or not passport.needs_site) as is_site_checked,
        count(*) filter (passport.took_part and passport.is_student) as students
    from score.passport as passport
    inner join fact.contest as contest on contest.contest_no = passport.contest_no
    left join least on least.ruleset_hash = contest.ruleset_hash
    group by passport.contest_no
),

panel as (
    select
        for_contest_no as contest_no,
        count(distinct name_no) as experts
    from fact.expert
    where role = 'judge'
    group by for_contest_no
)

select
    -- ids
    contest.contest_no,
    contest.contest,
    contest.season,
    contest.region,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,
    contest.organisation,
    contest.unit,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, contest.unit)
        when 'en' then coalesce(unit.name_en, contest.unit)
        else coalesce(unit.name_kk, contest.unit)
    end as unit_name,
    contest.starts_on,
    contest.ends_on,

    -- numbers
    coalesce(counted.registered, 0) as registered,
    coalesce(counted.examinees, 0) as examinees,
    coalesce(counted.students, 0) as students,
    coalesce(counted.absent, 0) as absent,
    coalesce(counted.exempt, 0) as exempt,
    coalesce(counted.marked, 0) as marked,
    coalesce(counted.scores_missing, 0) as scores_missing,
    coalesce(counted.blocked, 0) as blocked,
    coalesce(counted.to_confirm, 0) as to_confirm,
    coalesce(counted.passports, 0) as passports,
    coalesce(counted.numbered, 0) as numbered,
    coalesce(panel.experts, 0) as experts,
    coalesce(counted.sites, 0) as sites,
    case
        when counted.marked > 0
            then score.round_thousandths(
                1, (counted.points * 1000)::bigint, 1000 * counted.marked
            ) / 1000::decimal(9, 3)
    end::decimal(9, 3) as mean,
    counted.lowest,
    counted.highest,
    counted.points,
    case when rule.has_grades then coalesce(counted.reached, 0) end as reached,

    -- state
    case
        when counted.registered is null then 'planned'
        when counted.blocked > 0 then 'blocked'
        when sign_off.is_signed and counted.numbered = counted.passports and counted.passports > 0
            then 'numbered'
        when sign_off.is_signed then 'finalised'
        when counted.marked > 0 and counted.scores_missing = 0 then 'checked'
        when counted.marked > 0 then 'marks_entered'
        when panel.experts > 0 then 'experts_assigned'
        when counted.needs_site and counted.is_site_checked then 'site_checked'
        else 'planned'
    end as state,
    coalesce(counted.is_wsk, false) as is_wsk,
    sign_off.is_signed and coalesce(counted.blocked, 0) = 0 as is_signed
from fact.contest as contest
inner join ref.exam_rule as rule on rule.ruleset_hash = contest.ruleset_hash
inner join score.sign_off as sign_off on sign_off.contest_no = contest.contest_no
left join counted on counted.contest_no = contest.contest_no
left join panel on panel.contest_no = contest.contest_no
left join ref.region as region on region.region = contest.region
left join ref.unit as unit
    on unit.programme = contest.programme
    and unit.unit = contest.unit
    and unit.edition is not distinct from contest.edition;

comment on view mart.exams is 'The demonstration exams.';
comment on column mart.exams.contest_no is 'Physical key of the contest: the exam.';
comment on column mart.exams.contest is 'Contest id of the exam.';
comment on column mart.exams.season is 'Year in which the school year begins.';
comment on column mart.exams.region is 'ISO code.';
comment on column mart.exams.region_name is 'Name of the region in the reader''s language.';
comment on column mart.exams.organisation is 'College or centre that holds it.';
comment on column mart.exams.unit is 'Competency.';
comment on column mart.exams.unit_name is 'Its name in the reader''s language.';
comment on column mart.exams.starts_on is 'First day.';
comment on column mart.exams.ends_on is 'Last day.';
comment on column mart.exams.registered is 'Persons on the sheet.';
comment on column mart.exams.examinees is 'Persons who came.';
comment on column mart.exams.students is 'Students among them; the others are workers.';
comment on column mart.exams.absent is 'Persons who did not come and are not freed.';
comment on column mart.exams.exempt is 'Persons who get the passport without the exam.';
comment on column mart.exams.marked is 'Examinees with points.';
comment on column mart.exams.scores_missing is 'Persons without points who should have some.';
comment on column mart.exams.blocked is 'Examinees at a site without valid accreditation.';
comment on column mart.exams.to_confirm is 'Persons who may be freed, once somebody knows them.';
comment on column mart.exams.passports is 'Persons who get a passport.';
comment on column mart.exams.numbered is 'Passports with a number of the operator.';
comment on column mart.exams.experts is 'Experts who mark.';
comment on column mart.exams.sites is 'Different sites.';
comment on column mart.exams.mean is 'Mean points of the marked, to thousandths.';
comment on column mart.exams.lowest is 'Least points.';
comment on column mart.exams.highest is 'Greatest points.';
comment on column mart.exams.points is 'Sum of the points of the marked; null: nobody is marked.';
comment on column mart.exams.reached is
    'Examinees above the lowest grade; null: the ruleset has no threshold (DE-10).';
comment on column mart.exams.state is
    'From planned, site_checked (or blocked) and marks_entered to finalised and numbered.';
comment on column mart.exams.is_wsk is 'By WorldSkills requirements.';
comment on column mart.exams.is_signed is 'The signature under it holds.';
