-- mart.selection_outcome: the result of each selection, its winner, protocol, notices and appointment.
-- grain: one row per contest_no
-- source: rulebook CS-32 to CS-38; CS-35 (who is told), CS-40 (the public sees a signed protocol)

create or replace view mart.selection_outcome as
select
    -- ids
    outcome.contest_no,
    contest.contest,
    contest.unit as post,
    contest.organisation as body,
    contest.region,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,

    -- numbers
    outcome.applicants,
    outcome.interviewed,
    outcome.listed,
    winner.entry as winner,
    outcome.total,
    outcome.tie_step,

    -- the protocol
    outcome.result_on,
    protocol.members,
    protocol.signed,
    protocol.missing as signatures_missing,
    protocol.is_signed,
    if(outcome.result_on is null, 0, 1) as notices_hr,
    if(outcome.result_on is null, 0, outcome.applicants) as notices_candidates,

    -- appointment
    outcome.announced_on,
    outcome.appoint_from,
    outcome.appoint_until,
    outcome.is_past_end,
    outcome.appointed_on,
    outcome.documents_due,
    outcome.documents_missing,
    outcome.documents_on
from score.selection_outcome as outcome
inner join fact.contest as contest on contest.contest_no = outcome.contest_no
inner join score.selection_protocol as protocol on protocol.contest_no = outcome.contest_no
left join fact.entry as winner
    on winner.contest_no = outcome.contest_no
    and winner.entry_no = outcome.winner_no
left join ref.region as region on region.region = contest.region
where
    outcome.variant = 'default'
    and (fact.is_staff_of(outcome.contest_no) or protocol.is_signed);

comment on view mart.selection_outcome is
    'The result of each selection, its winner, protocol, notices and appointment.';
comment on column mart.selection_outcome.contest_no is 'Physical key of the contest.';
comment on column mart.selection_outcome.contest is 'Contest id.';
comment on column mart.selection_outcome.post is 'Post.';
comment on column mart.selection_outcome.body is 'Body that selects.';
comment on column mart.selection_outcome.region is 'ISO code of the scope.';
comment on column mart.selection_outcome.region_name is
    'Name of the region in the reader language.';
comment on column mart.selection_outcome.applicants is 'Candidates.';
comment on column mart.selection_outcome.interviewed is 'Candidates who were interviewed.';
comment on column mart.selection_outcome.listed is 'Candidates in the list of the best.';
comment on column mart.selection_outcome.winner is
    'Personal number of the winner; null: none is proposed.';
comment on column mart.selection_outcome.total is 'Points of the winner.';
comment on column mart.selection_outcome.tie_step is
    'seniority, education_level, commission, undecided; null: no tie for the first place.';
comment on column mart.selection_outcome.result_on is 'Day of the result.';
comment on column mart.selection_outcome.members is 'Members of the commission who marked.';
comment on column mart.selection_outcome.signed is 'Members whose signature holds.';
comment on column mart.selection_outcome.signatures_missing is 'Signatures that are missing.';
comment on column mart.selection_outcome.is_signed is 'The protocol is signed by all.';
comment on column mart.selection_outcome.notices_hr is 'Notices due to the HR service.';
comment on column mart.selection_outcome.notices_candidates is
    'Notices due to candidates: all applicants.';
comment on column mart.selection_outcome.announced_on is 'Day of the announcement.';
comment on column mart.selection_outcome.appoint_from is 'First day of appointment.';
comment on column mart.selection_outcome.appoint_until is 'Last day of appointment.';
comment on column mart.selection_outcome.is_past_end is
    'That day is past the end of the rules: a warning.';
comment on column mart.selection_outcome.appointed_on is 'Day of the appointment.';
comment on column mart.selection_outcome.documents_due is
    'Last day for the documents of the winner.';
comment on column mart.selection_outcome.documents_missing is 'Documents that are not there.';
comment on column mart.selection_outcome.documents_on is 'Day the last document came.';
