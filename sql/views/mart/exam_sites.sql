-- mart.exam_sites: the sites of demonstration exams and whether they may hold them.
-- grain: one row per contest_no, site, certificate_from, certificate_to
-- source: rulebook DE-05, DE-19 (accreditation holds on every day of the exam), OQ-30

create or replace view mart.exam_sites as
with
seen as (
    select
        contest_no,
        site,
        certificate_from,
        certificate_to,
        count(*) as registered,
        count(*) filter (took_part) as examinees,
        count(*) filter (is_blocked) as blocked,
        bool_or(needs_site) as is_needed,
        bool_and(is_accredited) as is_accredited
    from score.passport
    group by contest_no, site, certificate_from, certificate_to
)

select
    seen.contest_no,
    contest.contest,
    contest.season,
    contest.region,
    contest.organisation,
    contest.unit,
    contest.starts_on,
    contest.ends_on,
    seen.site,
    seen.certificate_from,
    seen.certificate_to,
    seen.registered,
    seen.examinees,
    seen.blocked,
    case
        when not seen.is_needed then 'not_needed'
        when seen.is_accredited then 'accredited'
        when coalesce(seen.certificate_from, seen.certificate_to) is null then 'no_certificate'
        when coalesce(contest.starts_on, contest.ends_on) is null then 'undated'
        when seen.certificate_to < contest.ends_on then 'expired'
        when seen.certificate_from > contest.starts_on then 'not_yet'
        else 'undated'
    end as state,
    'DE-19' as rule
from seen
inner join fact.contest as contest on contest.contest_no = seen.contest_no;

comment on view mart.exam_sites is 'The sites of demonstration exams.';
comment on column mart.exam_sites.contest_no is 'Physical key of the contest: the exam.';
comment on column mart.exam_sites.contest is 'Contest id of the exam.';
comment on column mart.exam_sites.season is 'Year in which the school year begins.';
comment on column mart.exam_sites.region is 'ISO code of the exam.';
comment on column mart.exam_sites.organisation is 'College or centre that holds it.';
comment on column mart.exam_sites.unit is 'Competency.';
comment on column mart.exam_sites.starts_on is 'First day of the exam.';
comment on column mart.exam_sites.ends_on is 'Last day of the exam.';
comment on column mart.exam_sites.site is 'Name of the site; null: none is given.';
comment on column mart.exam_sites.certificate_from is 'First day of the accreditation.';
comment on column mart.exam_sites.certificate_to is 'Its last day; null: no end is stated.';
comment on column mart.exam_sites.registered is 'Persons on the sheet with this site.';
comment on column mart.exam_sites.examinees is 'Persons who came.';
comment on column mart.exam_sites.blocked is 'Examinees who get no passport because of it.';
comment on column mart.exam_sites.state is
    'accredited, not_needed; or no_certificate, expired, not_yet, undated.';
comment on column mart.exam_sites.rule is 'Rule id.';
