-- score.vacancy_candidate: what each candidate has: sheet, points, documents, decisions.
-- grain: one row per contest_no, variant, entry_no
-- source: rulebook VC-02, VC-05, VC-08 (which sheet), VC-21 (total), VC-22 (limit), VC-26 (null
-- blocks the total)

create or replace view score.vacancy_candidate as
with
total as (
    select
        contest_no,
        variant,
        entry_no,
        min(form) as form,
        if(count(claimed) = count(*), sum(claimed), null) as claimed,
        if(count(verified) = count(*), sum(verified), null) as verified,
        (count(*) filter (claimed is null))::integer as unanswered,
        (count(*) filter (claimed is not null and verified is null))::integer as waiting
    from score.vacancy_criterion
    group by contest_no, variant, entry_no
),

paper as (
    select
        contest_no,
        variant,
        entry_no,
        string_agg(no, ', ' order by no) filter (is_missing) as missing,
        bool_or(is_checked) as is_checked,
        bool_or(is_late) as is_late,
        max(received_on) as received_on,
        arg_max(channel, received_on) as channel
    from score.vacancy_document
    group by contest_no, variant, entry_no
),

service as (
    select
        answer.contest_no,
        answer.entry_no,
        max(answer.amount) filter (answer.criterion = 'service_pedagogical') as pedagogical,
        max(answer.amount) filter (answer.criterion = 'service_total') as whole,
        bool_and(qualification.meets) filter (answer.criterion = 'qualification') as is_qualified
    from fact.candidate_answer as answer
    inner join fact.contest as contest on contest.contest_no = answer.contest_no
    left join ref.vacancy_qualification as qualification
        on qualification.ruleset_hash = contest.ruleset_hash
        and qualification.qualification = answer.option
        and answer.criterion = 'qualification'
    where answer.form is null
    group by answer.contest_no, answer.entry_no
),

decided as (
    select
        contest_no,
        entry_no,
        coalesce(bool_or(kind = 'exclude'), false) as is_excluded,
        list(distinct value) filter (kind = 'waiver') as waivers,
        arg_max(concat_ws(': ', kind, nullif(value, '')), batch_no) as decision,
        arg_max(who, batch_no) as decided_by
    from fact.decision
    where kind in ('award', 'exclude', 'tie', 'waiver') and entry_no is not null
    group by contest_no, entry_no
)

select
    -- ids
    paper.contest_no,
    paper.variant,
    paper.entry_no,

    -- the post
    post.reading,
    post.other,
    post.last_day,
    post.units,
    post.is_per_sheet,

    -- the sheet
    total.form,
    case
        when if(post.sheet_by = 'service_total', service.whole, service.pedagogical) > 0 then 17
        when if(post.sheet_by = 'service_total', service.whole, service.pedagogical) = 0 then 18
    end as form_due,

    -- numbers
    total.claimed::decimal(9, 3) as claimed,
    if(total.verified > post.sheet_cap, post.sheet_cap, total.verified)::decimal(9, 3) as verified,
    coalesce(total.unanswered, 0) as unanswered,
    coalesce(total.waiting, 0) as waiting,

    -- documents
    paper.missing,
    paper.received_on,
    paper.channel,
    paper.is_checked,
    paper.missing is null as is_complete,
    paper.is_late and not coalesce(list_contains(decided.waivers, 'late'), false) as is_late,
    paper.is_checked
    and paper.missing is not null
    and not coalesce(list_contains(decided.waivers, 'documents'), false) as is_returned,
    coalesce(
        not service.is_qualified
        and not coalesce(list_contains(decided.waivers, 'qualification'), false),
        false
    ) as is_unqualified,
    service.is_qualified,
    coalesce(total.verified > post.printed_max, false) as is_above_printed_range,

    -- what people decided
    coalesce(decided.is_excluded, false) as is_excluded,
    decided.decision,
    decided.decided_by
from paper
inner join score.vacancy_post as post
    on post.contest_no = paper.contest_no
    and post.variant = paper.variant
left join total
    on total.contest_no = paper.contest_no
    and total.variant = paper.variant
    and total.entry_no = paper.entry_no
left join service
    on service.contest_no = paper.contest_no
    and service.entry_no = paper.entry_no
left join decided
    on decided.contest_no = paper.contest_no
    and decided.entry_no = paper.entry_no;

comment on view score.vacancy_candidate is 'Sheet, points, documents, decisions of a candidate.';
comment on column score.vacancy_candidate.contest_no is 'Physical key of the contest.';
comment on column score.vacancy_candidate.variant is
    'default, or the reading that is taken otherwise, as VC-Q01=1.';
comment on column score.vacancy_candidate.entry_no is 'Key of the candidate inside the contest.';
comment on column score.vacancy_candidate.reading is 'As in score.vacancy_post.';
comment on column score.vacancy_candidate.other is 'As in score.vacancy_post.';
comment on column score.vacancy_candidate.last_day is 'As in score.vacancy_post.';
comment on column score.vacancy_candidate.units is 'As in score.vacancy_post.';
comment on column score.vacancy_candidate.is_per_sheet is 'As in score.vacancy_post.';
comment on column score.vacancy_candidate.form is 'The sheet handed in: 17 or 18; null: none.';
comment on column score.vacancy_candidate.form_due is
    'The sheet that the service asks for; null: no service is entered.';
comment on column score.vacancy_candidate.claimed is
    'Points claimed on the sheet; null: a criterion is not answered.';
comment on column score.vacancy_candidate.verified is
    'Points verified on the sheet; null: a criterion is not answered or not verified.';
comment on column score.vacancy_candidate.unanswered is 'Criteria without an answer.';
comment on column score.vacancy_candidate.waiting is 'Criteria answered and not verified.';
comment on column score.vacancy_candidate.missing is
    'Numbers of the needed documents that are not there; null: none.';
comment on column score.vacancy_candidate.received_on is 'Day the last document came.';
comment on column score.vacancy_candidate.channel is 'electronic or paper.';
comment on column score.vacancy_candidate.is_checked is 'Documents have been entered.';
comment on column score.vacancy_candidate.is_complete is 'No needed document is missing.';
comment on column score.vacancy_candidate.is_late is
    'A document came late, and nobody waived it.';
comment on column score.vacancy_candidate.is_returned is
    'A needed document is missing, and nobody waived it.';
comment on column score.vacancy_candidate.is_unqualified is
    'The education does not meet the requirement, and nobody waived it.';
comment on column score.vacancy_candidate.is_qualified is
    'The education meets the requirement; null: not entered.';
comment on column score.vacancy_candidate.is_above_printed_range is
    'More points than the printed heading has.';
comment on column score.vacancy_candidate.is_excluded is 'Excluded by a decision.';
comment on column score.vacancy_candidate.decision is 'The newest decision about the candidate.';
comment on column score.vacancy_candidate.decided_by is 'Who decided.';
