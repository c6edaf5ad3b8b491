-- score.exam_exemption: what an examinee has reached at championships, and what it is worth here.
-- grain: one row per contest_no, entry_no, from_contest_no, from_entry_no
-- source: rulebook DE-14 (winners, prize winners and the national team), DE-15 (not of regions and
-- colleges), DE-16 (the same competency; a medallion is no prize; a student at the exam date). Only
-- awards that are signed count; two entries are one person where a sheet or a decision says so

create or replace view score.exam_exemption as
with
-- Read once: who everybody is costs more than all the rest.
member as materialized (
    select
        person.contest_no,
        person.entry_no,
        person.person,
        person.folded,
        coalesce(person.region, contest.region) as region,
        person.organisation,
        person.status,
        contest.programme,
        contest.level,
        contest.stream,
        contest.unit,
        contest.edition,
        contest.ruleset_hash
    from score.person as person
    inner join fact.contest as contest on contest.contest_no = person.contest_no
),

examinee as (
    select
        result.contest_no,
        result.entry_no,
        result.is_student,
        member.ruleset_hash,
        member.unit,
        member.edition,
        member.person,
        member.folded,
        member.organisation,
        member.region,
        rule.is_student_required,
        rule.is_same_unit_required
    from fact.exam_result as result
    inner join member
        on member.contest_no = result.contest_no
        and member.entry_no = result.entry_no
    inner join ref.exam_rule as rule on rule.ruleset_hash = member.ruleset_hash
),

competed as (
    select
        member.contest_no,
        member.entry_no,
        member.programme,
        member.level,
        coalesce(member.stream, 'wsk') as stream,
        member.unit,
        member.edition,
        sign_off.is_archive or sign_off.is_signed as is_final,
        total.award,
        member.person,
        member.folded,
        member.organisation,
        member.region
    from member
    inner join score.sign_off as sign_off on sign_off.contest_no = member.contest_no
    left join fact.entry_total as total
        on total.contest_no = member.contest_no
        and total.entry_no = member.entry_no
    where
        member.status = 'active'
        and member.programme in (select programme from ref.exam_exemption)
),

met as (
    select
        examinee.contest_no,
        examinee.entry_no,
        examinee.ruleset_hash,
        competed.contest_no as from_contest_no,
        competed.entry_no as from_entry_no,
        competed.programme,
        competed.level,
        competed.stream,
        competed.award,
        competed.is_final,
        examinee.person = competed.person as is_person,
        examinee.is_student or not examinee.is_student_required as is_student,
        not examinee.is_same_unit_required
        or (
            examinee.unit = competed.unit
            and coalesce(examinee.edition = competed.edition, true)
        ) as is_unit
    from examinee
    inner join competed
        on competed.person = examinee.person
        or (
            competed.folded = examinee.folded
            and (
                competed.organisation = examinee.organisation
                or competed.region = examinee.region
            )
        )
    left join score.person_link as link
        on link.contest_no = examinee.contest_no
        and link.entry_no = examinee.entry_no
        and link.other_contest_no = competed.contest_no
        and link.other_entry_no = competed.entry_no
    where coalesce(link.is_same, true)
),

-- A team has several members; one of them is enough.
result as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        from_contest_no,
        from_entry_no,
        programme,
        level,
        stream,
        award,
        is_final,
        bool_or(is_person) as is_person,
        bool_or(coalesce(is_student, false)) as is_student,
        bool_or(coalesce(is_unit, false)) as is_unit
    from met
    group by all
),

ruled as (
    select
        result.contest_no,
        result.entry_no,
        result.from_contest_no,
        result.from_entry_no,
        result.award,
        result.is_person,
        result.is_final,
        result.is_student,
        result.is_unit,
        bool_or(rule.basis is not null) as is_level,
        bool_or(rule.stream = result.stream) as is_stream,
        bool_or(
            rule.stream = result.stream
            and rule.basis = 'championship'
            and rule.award = result.award
        ) as is_prize,
        bool_or(rule.stream = result.stream and rule.basis = 'national_team') as is_team
    from result
    left join ref.exam_exemption as rule
        on rule.ruleset_hash = result.ruleset_hash
        and rule.programme = result.programme
        and rule.level = result.level
    group by all
)

select
    contest_no,
    entry_no,
    from_contest_no,
    from_entry_no,
    award,
    case
        when not is_level then 'level'
        when not coalesce(is_stream, false) then 'stream'
        when not is_unit then 'competency'
        when not (coalesce(is_prize, false) or coalesce(is_team, false)) then 'no_prize'
        when not is_person then 'to_confirm'
        when is_prize and not is_final and not coalesce(is_team, false) then 'not_final'
        when not is_student then 'not_student'
        else 'exempt'
    end as verdict,
    case
        when is_prize and is_final then 'championship'
        when is_team then 'national_team'
        when is_prize then 'championship'
    end as basis
from ruled;

comment on view score.exam_exemption is
    'What an examinee has reached at championships, and what it is worth here.';
comment on column score.exam_exemption.contest_no is 'Physical key of the contest: the exam.';
comment on column score.exam_exemption.entry_no is 'Key of the examinee inside the exam.';
comment on column score.exam_exemption.from_contest_no is 'The championship.';
comment on column score.exam_exemption.from_entry_no is 'The entry there.';
comment on column score.exam_exemption.award is 'Award there; null: none.';
comment on column score.exam_exemption.verdict is
    'exempt, or why not: level, stream, competency, no_prize, to_confirm, not_final, not_student.';
comment on column score.exam_exemption.basis is 'championship or national_team; null: neither.';
