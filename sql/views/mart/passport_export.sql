-- mart.passport_export: the file for the operator's system, cell by cell, as the ruleset sets it.
-- grain: one row per contest_no, entry_no, ord
-- source: rulebook DE-11, DE-13, OQ-08 (columns are the ruleset's); only final passports, and what
-- is not by WorldSkills requirements never

create or replace view mart.passport_export as
with
cell as (
    select
        passport.contest_no,
        passport.contest,
        passport.entry_no,
        passport.examinee,
        map {
            'contest': passport.contest,
            'season': passport.season::varchar,
            'region': passport.region,
            'organisation': passport.organisation,
            'examinee': passport.examinee,
            'name': passport.name,
            'person': member.person,
            'unit': passport.unit,
            'unit_name': passport.unit_name,
            'edition': passport.edition,
            'starts_on': passport.starts_on::varchar,
            'ends_on': passport.ends_on::varchar,
            'site': passport.site,
            'certificate_from': passport.certificate_from::varchar,
            'certificate_to': passport.certificate_to::varchar,
            'max_points': passport.max_points::decimal(9, 2)::varchar,
            'score': passport.score::decimal(9, 2)::varchar,
            'score_text': passport.score_text,
            'grade': passport.grade::varchar,
            'basis': passport.basis,
            'number': passport.number,
            'operator': passport.operator
        } as fields
    from mart.passports as passport
    inner join (
        select
            contest_no,
            entry_no,
            min(person) as person
        from fact.entry_member
        group by contest_no, entry_no
    ) as member
        on member.contest_no = passport.contest_no
        and member.entry_no = passport.entry_no
    where passport.is_final
)

select
    cell.contest_no,
    cell.contest,
    cell.entry_no,
    cell.examinee,
    listed.ord,
    listed.column_name,
    cell.fields[listed.field] as value
from cell
inner join fact.contest as contest on contest.contest_no = cell.contest_no
inner join ref.exam_column as listed on listed.ruleset_hash = contest.ruleset_hash;

comment on view mart.passport_export is 'The file for the operator''s system, cell by cell.';
comment on column mart.passport_export.contest_no is 'Physical key of the contest: the exam.';
comment on column mart.passport_export.contest is 'Contest id of the exam.';
comment on column mart.passport_export.entry_no is 'Key of the examinee inside the exam.';
comment on column mart.passport_export.examinee is 'Code of the examinee.';
comment on column mart.passport_export.ord is 'Place of the column in the file.';
comment on column mart.passport_export.column_name is 'Its name, as the ruleset has it.';
comment on column mart.passport_export.value is 'Text of the cell; null: empty.';
