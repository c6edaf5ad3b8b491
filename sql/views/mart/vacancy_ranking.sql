-- mart.vacancy_ranking: the candidates of each post by verified points, and what the rules propose.
-- grain: one row per contest_no, entry_no
-- source: rulebook VC-21 to VC-27; the public sees codes, points of complete candidates, no
-- health document

create or replace view mart.vacancy_ranking as
with
place as (
    select
        contest_no,
        entry_no,
        place,
        place_of_form,
        is_tied,
        proposal,
        rule,
        last_day,
        form,
        form_due,
        claimed,
        verified,
        unanswered,
        waiting,
        missing,
        received_on,
        channel,
        is_complete,
        is_late,
        is_qualified,
        is_above_printed_range,
        decision,
        decided_by,
        fact.is_staff_of(contest_no) as is_staff
    from score.vacancy_place
    where variant = 'default'
)

select
    -- ids
    place.contest_no,
    contest.contest,
    place.entry_no,
    registry.entry as code,
    if(place.is_staff, coalesce(registry.name, registry.entry), registry.entry) as candidate,

    -- the sheet
    place.form,
    if(place.is_staff, place.form_due, null) as form_due,
    place.is_staff and coalesce(place.form <> place.form_due, false) as is_wrong_form,

    -- numbers
    if(place.is_staff or place.place is not null, place.claimed, null) as claimed,
    if(place.is_staff or place.place is not null, place.verified, null) as verified,
    if(place.is_staff, place.claimed - place.verified, null) as difference,
    place.place,
    place.place_of_form,
    place.unanswered,
    place.waiting,

    -- documents
    if(place.is_staff, place.missing, null) as missing,
    if(place.is_staff, place.received_on, null) as received_on,
    if(place.is_staff, place.channel, null) as channel,
    place.last_day,

    -- words
    if(place.is_staff, place.proposal, null) as proposal,
    if(place.is_staff, place.rule, null) as rule,
    place.decision,
    place.decided_by,

    -- booleans
    place.is_complete as complete,
    place.is_tied,
    place.is_late,
    if(place.is_staff, place.is_qualified, null) as is_qualified,
    place.is_above_printed_range
from place
inner join fact.contest as contest on contest.contest_no = place.contest_no
inner join fact.entry as registry
    on registry.contest_no = place.contest_no
    and registry.entry_no = place.entry_no;

comment on view mart.vacancy_ranking is 'The candidates of each post by verified points.';
comment on column mart.vacancy_ranking.contest_no is 'Physical key of the contest.';
comment on column mart.vacancy_ranking.contest is 'Contest id.';
comment on column mart.vacancy_ranking.entry_no is 'Key of the candidate inside the contest.';
comment on column mart.vacancy_ranking.code is
    'Code of the candidate; decisions name it: contest/code.';
comment on column mart.vacancy_ranking.candidate is
    'Name or code of the candidate; the public sees the code.';
comment on column mart.vacancy_ranking.form is '17: sheet with service, 18: without.';
comment on column mart.vacancy_ranking.form_due is
    'The sheet that the service asks for; null: no service is entered.';
comment on column mart.vacancy_ranking.is_wrong_form is
    'Another sheet was handed in; it counts as handed in.';
comment on column mart.vacancy_ranking.claimed is
    'Points claimed; null: a criterion is not answered.';
comment on column mart.vacancy_ranking.verified is
    'Points verified; null: a criterion is not answered or not verified.';
comment on column mart.vacancy_ranking.difference is 'Claimed less verified, points.';
comment on column mart.vacancy_ranking.place is
    '1 is best; ties share a place; null: not ranked.';
comment on column mart.vacancy_ranking.place_of_form is
    'Place among the candidates of the same sheet.';
comment on column mart.vacancy_ranking.unanswered is 'Criteria without an answer.';
comment on column mart.vacancy_ranking.waiting is 'Criteria answered and not verified.';
comment on column mart.vacancy_ranking.missing is
    'Numbers of the needed documents that are not there; null: none, or the public asks.';
comment on column mart.vacancy_ranking.received_on is 'Day the last document came.';
comment on column mart.vacancy_ranking.channel is 'electronic or paper.';
comment on column mart.vacancy_ranking.last_day is 'Last day of acceptance.';
comment on column mart.vacancy_ranking.proposal is
    'proposed, commission_decides, reserve, or what stands in the way; staff only.';
comment on column mart.vacancy_ranking.rule is 'The rule behind the proposal; staff only.';
comment on column mart.vacancy_ranking.decision is 'The newest decision about the candidate.';
comment on column mart.vacancy_ranking.decided_by is 'Who decided.';
comment on column mart.vacancy_ranking.complete is 'No needed document is missing.';
comment on column mart.vacancy_ranking.is_tied is 'Others have the same points.';
comment on column mart.vacancy_ranking.is_late is 'A document came after the last day.';
comment on column mart.vacancy_ranking.is_qualified is
    'The education meets the requirement; null: not entered.';
comment on column mart.vacancy_ranking.is_above_printed_range is
    'More points than the printed heading 1-30 has.';
