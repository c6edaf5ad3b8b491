-- mart.vacancies: the announced posts: last day of acceptance, candidates, what is proposed.
-- grain: one row per contest_no
-- source: rulebook VC-01, VC-03, VC-24, VC-25 (two sheets: their scales differ)

create or replace view mart.vacancies as
with
counted as (
    select
        contest_no,
        count(*) as candidates,
        count(*) filter (form = 17) as candidates_17,
        count(*) filter (form = 18) as candidates_18,
        max(verified) filter (form = 17) as best_17,
        max(verified) filter (form = 18) as best_18,
        count(*) filter (proposal = 'proposed') as proposed,
        count(*) filter (proposal = 'commission_decides') as tied_at_line,
        count(*) filter (proposal in ('return', 'late', 'documents_awaited')) as held_up,
        count(*) filter (proposal = 'unanswered') as unverified
    from score.vacancy_place
    where variant = 'default'
    group by contest_no
),

dated as (
    select
        post.contest_no,
        post.units,
        post.published_on,
        post.last_day,
        timezone(ruleset.zone, getvariable('moment')::timestamptz)::date as today
    from score.vacancy_post as post
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = post.ruleset_hash
    where post.variant = 'default'
)

select
    -- ids
    dated.contest_no,
    contest.contest,
    contest.season,
    vacancy.post,
    vacancy.organisation,
    vacancy.region,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,

    -- days
    dated.published_on,
    dated.last_day,
    score.working_days(greatest(dated.published_on + 1, dated.today), dated.last_day) as days_left,

    -- numbers
    dated.units,
    coalesce(counted.candidates, 0)::integer as candidates,
    coalesce(counted.candidates_17, 0)::integer as candidates_17,
    coalesce(counted.candidates_18, 0)::integer as candidates_18,
    counted.best_17,
    counted.best_18,
    coalesce(counted.proposed, 0)::integer as proposed,
    (dated.units - coalesce(counted.proposed, 0))::integer as units_left,
    coalesce(counted.tied_at_line, 0)::integer as tied_at_line,
    coalesce(counted.held_up, 0)::integer as held_up,
    coalesce(counted.unverified, 0)::integer as unverified,

    -- state
    case
        when counted.tied_at_line > 0 then 'commission_decides'
        when counted.proposed >= dated.units then 'proposed'
        when counted.proposed > 0 then 'partly_proposed'
        when counted.candidates > 0 then 'open'
        else 'not_filled'
    end as status,
    coalesce(counted.candidates_17 > 0 and counted.candidates_18 > 0, false) as is_mixed
from dated
inner join fact.contest as contest on contest.contest_no = dated.contest_no
inner join fact.vacancy as vacancy on vacancy.contest_no = dated.contest_no
left join ref.region as region on region.region = vacancy.region
left join counted on counted.contest_no = dated.contest_no;

comment on view mart.vacancies is 'The announced posts, with what is proposed for them.';
comment on column mart.vacancies.contest_no is 'Physical key of the contest.';
comment on column mart.vacancies.contest is 'Contest id.';
comment on column mart.vacancies.season is 'Season.';
comment on column mart.vacancies.post is 'The post.';
comment on column mart.vacancies.organisation is 'Who announced it.';
comment on column mart.vacancies.region is 'ISO code of its region.';
comment on column mart.vacancies.region_name is 'Name of the region in the reader language.';
comment on column mart.vacancies.published_on is 'Day of the last publication.';
comment on column mart.vacancies.last_day is 'Last day of acceptance.';
comment on column mart.vacancies.days_left is
    'Working days of acceptance left today, today counted.';
comment on column mart.vacancies.units is 'Units to be filled.';
comment on column mart.vacancies.candidates is 'Candidates.';
comment on column mart.vacancies.candidates_17 is 'Candidates with service, sheet 17.';
comment on column mart.vacancies.candidates_18 is 'Candidates without service, sheet 18.';
comment on column mart.vacancies.best_17 is 'Greatest verified total of sheet 17, points.';
comment on column mart.vacancies.best_18 is 'Greatest verified total of sheet 18, points.';
comment on column mart.vacancies.proposed is
    'Candidates within the units, without a tie across the last one.';
comment on column mart.vacancies.units_left is 'Units nobody is proposed for.';
comment on column mart.vacancies.tied_at_line is
    'Candidates tied across the last unit: the commission decides.';
comment on column mart.vacancies.held_up is
    'Candidates whose documents are missing, late or not entered.';
comment on column mart.vacancies.unverified is
    'Candidates with a criterion not answered or not verified.';
comment on column mart.vacancies.status is
    'proposed, partly_proposed, commission_decides, open or not_filled (nobody came).';
comment on column mart.vacancies.is_mixed is
    'Both sheets were handed in: their scales differ (VC-25).';
