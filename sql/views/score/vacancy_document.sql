-- score.vacancy_document: the documents of each candidate: there, needed, in time.
-- grain: one row per contest_no, variant, entry_no, no
-- source: rulebook VC-03 (late), VC-05, VC-06 (completeness), B5, VC-Q21

create or replace view score.vacancy_document as
with
handed_in as (
    select
        contest_no,
        entry_no,
        try_cast(regexp_extract(criterion, '^document_(\d+)$', 1) as integer) as no,
        arg_max(option, batch_no) as state,
        arg_max(coalesce(amount, 1), batch_no) as amount,
        max(event_date) as received_on,
        arg_max(channel, batch_no) as channel
    from fact.candidate_answer
    where criterion like 'document_%'
    group by contest_no, entry_no, criterion
),

candidate as (
    select
        answer.contest_no,
        answer.entry_no,
        bool_or(answer.criterion like 'document_%') as is_checked
    from fact.candidate_answer as answer
    group by answer.contest_no, answer.entry_no
)

select
    -- ids
    candidate.contest_no,
    post.variant,
    candidate.entry_no,
    document.no,

    -- what is there
    case
        when handed_in.state is not null then handed_in.state
        when document.need = 'always' or (document.need = 'english' and post.is_english)
            then 'absent'
        else 'not_applicable'
    end as state,
    handed_in.received_on,
    handed_in.channel,

    -- booleans
    candidate.is_checked,
    document.need = 'always' or (document.need = 'english' and post.is_english) as is_needed,
    (document.need = 'always' or (document.need = 'english' and post.is_english))
    and not coalesce(
        handed_in.state = 'present' and handed_in.amount >= document.least, false
    ) as is_missing,
    coalesce(handed_in.received_on > post.accepted_to, false) as is_late,
    document.is_health
from candidate
inner join score.vacancy_post as post on post.contest_no = candidate.contest_no
inner join ref.vacancy_document as document
    on document.ruleset_hash = post.ruleset_hash
    and document.variant = post.variant
left join handed_in
    on handed_in.contest_no = candidate.contest_no
    and handed_in.entry_no = candidate.entry_no
    and handed_in.no = document.no;

comment on view score.vacancy_document is 'The documents of each candidate.';
comment on column score.vacancy_document.contest_no is 'Physical key of the contest.';
comment on column score.vacancy_document.variant is
    'default, or the reading that is taken otherwise, as VC-Q01=1.';
comment on column score.vacancy_document.entry_no is 'Key of the candidate inside the contest.';
comment on column score.vacancy_document.no is 'Number of the document in paragraph 153.';
comment on column score.vacancy_document.state is 'present, absent or not_applicable.';
comment on column score.vacancy_document.received_on is 'Day it came.';
comment on column score.vacancy_document.channel is 'electronic or paper.';
comment on column score.vacancy_document.is_checked is
    'Documents of the candidate have been entered.';
comment on column score.vacancy_document.is_needed is
    'Its absence is ground for returning the documents.';
comment on column score.vacancy_document.is_missing is 'Needed, and not there.';
comment on column score.vacancy_document.is_late is 'Came after the last day of acceptance.';
comment on column score.vacancy_document.is_health is 'Only present or absent is kept.';
