-- mart.passports: the Skills Passports of demonstration exams: who gets one, and why or why not.
-- grain: one row per contest_no, entry_no
-- source: rulebook DE-10 to DE-16, DE-19, OQ-06, OQ-08; the public sees codes and no names. The
-- passport of somebody who is freed waits for no exam, that of an examinee for the signature

create or replace view mart.passports as
select
    -- ids
    passport.contest_no,
    contest.contest,
    contest.season,
    coalesce(entry.region, contest.region) as region,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,
    coalesce(entry.organisation, contest.organisation) as organisation,
    passport.entry_no,
    entry.entry as examinee,
    if(
        fact.is_staff_of(passport.contest_no), coalesce(entry.name, entry.entry), entry.entry
    ) as name,

    -- competency, day, site
    contest.unit,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, contest.unit)
        when 'en' then coalesce(unit.name_en, contest.unit)
        else coalesce(unit.name_kk, contest.unit)
    end as unit_name,
    contest.edition,
    contest.starts_on,
    contest.ends_on,
    passport.site,
    passport.certificate_from,
    passport.certificate_to,

    -- numbers
    passport.score,
    passport.max_points,
    passport.grade,

    -- words
    case
        when passport.reason = 'exempt' and passport.score is null
            then case getvariable('lang')::varchar
                when 'ru' then rule.high_score_ru
                when 'en' then rule.high_score_en
                else rule.high_score_kk
            end
    end as score_text,
    passport.basis,
    passport.claimed,
    passport.reason,
    case passport.reason
        when 'examinee' then 'DE-12'
        when 'exempt' then 'DE-14'
        when 'not_wsk' then 'DE-13'
        when 'site_not_accredited' then 'DE-19'
        when 'absent' then 'DE-12'
        when 'score_missing' then 'DE-12'
    end as rule,
    rule.operator,
    passport.number,

    -- booleans
    passport.is_eligible as eligible,
    passport.is_eligible and (sign_off.is_signed or passport.reason = 'exempt') as is_final,
    passport.number is not null
    and count(passport.number) over same_number > 1 as is_number_shared,
    passport.is_wsk,
    passport.is_student,
    passport.took_part,
    passport.is_to_confirm
from score.passport as passport
inner join fact.contest as contest on contest.contest_no = passport.contest_no
inner join fact.entry as entry
    on entry.contest_no = passport.contest_no
    and entry.entry_no = passport.entry_no
inner join score.sign_off as sign_off on sign_off.contest_no = passport.contest_no
inner join ref.exam_rule as rule on rule.ruleset_hash = contest.ruleset_hash
left join ref.region as region on region.region = coalesce(entry.region, contest.region)
left join ref.unit as unit
    on unit.programme = contest.programme
    and unit.unit = contest.unit
    and unit.edition is not distinct from contest.edition
window same_number as (partition by passport.number);

comment on view mart.passports is 'The Skills Passports of demonstration exams.';
comment on column mart.passports.contest_no is 'Physical key of the contest: the exam.';
comment on column mart.passports.contest is 'Contest id of the exam.';
comment on column mart.passports.season is 'Year in which the school year begins.';
comment on column mart.passports.region is 'ISO code of the examinee, else of the exam.';
comment on column mart.passports.region_name is 'Name of the region in the reader''s language.';
comment on column mart.passports.organisation is 'Of the examinee, else of the exam.';
comment on column mart.passports.entry_no is 'Key of the examinee inside the exam.';
comment on column mart.passports.examinee is 'Code of the examinee.';
comment on column mart.passports.name is 'Full name; to the public the code.';
comment on column mart.passports.unit is 'Competency.';
comment on column mart.passports.unit_name is 'Its name in the reader''s language.';
comment on column mart.passports.edition is 'Edition of the catalogue of competencies.';
comment on column mart.passports.starts_on is 'First day of the exam.';
comment on column mart.passports.ends_on is 'Last day of the exam.';
comment on column mart.passports.site is 'Where the examinee works.';
comment on column mart.passports.certificate_from is 'First day of the accreditation of the site.';
comment on column mart.passports.certificate_to is 'Its last day; null: no end is stated.';
comment on column mart.passports.score is 'Points; null: none, or freed from the exam.';
comment on column mart.passports.max_points is 'Greatest points.';
comment on column mart.passports.grade is 'Grade, only where the ruleset converts points.';
comment on column mart.passports.score_text is 'Words in place of the score of who is freed.';
comment on column mart.passports.basis is 'exam, championship or national_team; null: none.';
comment on column mart.passports.claimed is 'What the sheet claims as basis.';
comment on column mart.passports.reason is
    'examinee, exempt; or not_wsk, excluded, site_not_accredited, absent, score_missing.';
comment on column mart.passports.rule is 'Rule id of the reason.';
comment on column mart.passports.operator is 'Who issues passports and their numbers.';
comment on column mart.passports.number is 'Given by the operator; null: not yet.';
comment on column mart.passports.eligible is 'Gets a passport.';
comment on column mart.passports.is_final is
    'Gets it now: the exam is signed, or there is no exam to wait for.';
comment on column mart.passports.is_number_shared is 'Another passport has the same number.';
comment on column mart.passports.is_wsk is 'By WorldSkills requirements.';
comment on column mart.passports.is_student is 'Studies in a vocational programme that day.';
comment on column mart.passports.took_part is 'Came to the exam.';
comment on column mart.passports.is_to_confirm is
    'Somebody of the same name has a prize: a person says whether it is the same one.';
