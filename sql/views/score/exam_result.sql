-- score.exam_result: each examinee, whether he came, and whether his site may hold the exam.
-- grain: one row per contest_no, entry_no
-- source: rulebook DE-05, DE-12, DE-19, OQ-08, OQ-30. A certificate without a last day has no end
-- (no period is in the text); an exam without dates has no day on which the site was accredited

create or replace view score.exam_result as
with
excluded as (
    select distinct
        contest_no,
        entry_no
    from fact.decision
    where
        kind = 'exclude'
        and entry_no is not null
),

looked_at as (
    select
        result.contest_no,
        result.entry_no,
        result.batch_no,
        contest.ruleset_hash,
        result.is_wsk,
        result.site,
        result.certificate_from,
        result.certificate_to,
        result.score,
        result.is_student,
        result.basis,
        result.is_present,
        excluded.entry_no is not null as is_excluded,
        rule.site_accreditation = 'all'
        or (rule.site_accreditation = 'wsk' and result.is_wsk) as needs_site,
        coalesce(
            coalesce(result.certificate_from, result.certificate_to) is not null
            and coalesce(result.certificate_from <= contest.starts_on, true)
            and coalesce(result.certificate_to >= contest.ends_on, true)
            and contest.starts_on is not null
            and contest.ends_on is not null,
            false
        ) as is_accredited
    from fact.exam_result as result
    inner join fact.contest as contest on contest.contest_no = result.contest_no
    inner join ref.exam_rule as rule on rule.ruleset_hash = contest.ruleset_hash
    left join excluded
        on excluded.contest_no = result.contest_no
        and excluded.entry_no = result.entry_no
)

select
    contest_no,
    entry_no,
    batch_no,
    ruleset_hash,
    is_wsk,
    site,
    certificate_from,
    certificate_to,
    score,
    is_student,
    basis,
    is_present,
    is_excluded,
    needs_site,
    is_accredited,
    coalesce(is_present, score is not null) as took_part,
    needs_site and not is_accredited and coalesce(is_present, score is not null) as is_blocked
from looked_at;

comment on view score.exam_result is 'Each examinee, and whether the site may hold the exam.';
comment on column score.exam_result.contest_no is 'Physical key of the contest: the exam.';
comment on column score.exam_result.entry_no is 'Key of the examinee inside the exam.';
comment on column score.exam_result.batch_no is 'The batch that brought the fact.';
comment on column score.exam_result.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.exam_result.is_wsk is 'By WorldSkills requirements.';
comment on column score.exam_result.site is 'Where the examinee works.';
comment on column score.exam_result.certificate_from is
    'First day of the accreditation; null: not said.';
comment on column score.exam_result.certificate_to is
    'Last day of the accreditation; null: no end.';
comment on column score.exam_result.score is 'Points; null: not marked.';
comment on column score.exam_result.is_student is 'Studies in a vocational programme that day.';
comment on column score.exam_result.basis is 'Claimed: exam, championship or national_team.';
comment on column score.exam_result.is_present is 'Came to the exam; null: not said.';
comment on column score.exam_result.is_excluded is 'Taken out by a decision.';
comment on column score.exam_result.needs_site is 'The exam wants an accredited site.';
comment on column score.exam_result.is_accredited is
    'The certificate of the site is valid on every day of the exam.';
comment on column score.exam_result.took_part is 'Came, or has points where nobody says who came.';
comment on column score.exam_result.is_blocked is
    'Took part at a site without the accreditation that the exam wants (DE-19).';
