-- score.contest_state: how far a contest is: marked, signed, decided, published.
-- grain: one row per contest_no of fact.contest
-- source: CONTRACTS "States"; rulebook WM-09, WM-11, BP-16, CS-34 (a selection is final when every
-- member of the commission has signed)

create or replace view score.contest_state as
with
total as (
    select
        contest_no,
        count(*) as entries,
        count(*) filter (marks >= marks_expected and open_aspects = 0) as entries_complete,
        sum(marks)::bigint as marks,
        sum(marks_expected)::bigint as marks_expected,
        sum(open_aspects)::bigint as open_aspects,
        count(*) filter (is_tied) as tied
    from fact.entry_total
    group by contest_no
),

state as (
    select
        sign_off.contest_no,
        sign_off.is_archive,
        coalesce(total.entries, 0) as entries,
        coalesce(total.entries_complete, 0) as entries_complete,
        coalesce(total.marks, 0) as marks,
        coalesce(total.marks_expected, 0) as marks_expected,
        coalesce(total.open_aspects, 0) as open_aspects,
        coalesce(total.tied, 0) as tied,
        case ruleset.engine
            when 'options' then true
            when 'exam' then true
            when 'funnel' then coalesce(protocol.is_signed, false)
            else coalesce(total.marks, 0) >= coalesce(total.marks_expected, 1)
        end as is_complete,
        sign_off.is_signed,
        sign_off.is_signed and sign_off.decided_batch_no > sign_off.signed_batch_no as is_decided,
        sign_off.signed_batch_no,
        sign_off.decided_batch_no,
        publication.publication_batch_no,
        publication.published_batch_no,
        score.is_newest_public(publication.published_batch_no, sign_off.changed_batch_no)
            as is_published,
        sign_off.changed_batch_no as updated_batch_no,
        sign_off.changed_at as updated_at
    from score.sign_off as sign_off
    left join ref.ruleset as ruleset on ruleset.ruleset_hash = sign_off.ruleset_hash
    left join total on total.contest_no = sign_off.contest_no
    left join score.selection_protocol as protocol on protocol.contest_no = sign_off.contest_no
    left join fact.publication as publication on publication.contest_no = sign_off.contest_no
)

select
    -- ids
    contest_no,
    updated_batch_no,
    signed_batch_no,
    decided_batch_no,
    publication_batch_no,
    published_batch_no,

    -- dates
    updated_at,

    -- numbers
    entries,
    entries_complete,
    marks,
    marks_expected,
    open_aspects,
    tied,

    -- state
    case
        when is_archive then 'published'
        when is_published then 'published'
        when is_decided then 'decided'
        when is_signed then 'signed'
        when marks = 0 then 'planned'
        when is_complete then 'marked'
        else 'open'
    end as state,
    is_complete,
    is_signed,
    coalesce(is_decided, false) as is_decided,
    coalesce(is_published, false) as is_published,
    is_archive
from state;

comment on view score.contest_state is 'How far a contest is: marked, signed, decided, published.';
comment on column score.contest_state.contest_no is 'Physical key of the contest.';
comment on column score.contest_state.updated_batch_no is 'The newest act, publications apart.';
comment on column score.contest_state.signed_batch_no is 'The newest signature, holding or not.';
comment on column score.contest_state.decided_batch_no is
    'The newest decision on a tie or an award.';
comment on column score.contest_state.publication_batch_no is 'The publication that holds.';
comment on column score.contest_state.published_batch_no is
    'The public sees facts up to this batch.';
comment on column score.contest_state.updated_at is 'Time of the newest act, UTC.';
comment on column score.contest_state.entries is 'Competitors and teams.';
comment on column score.contest_state.entries_complete is
    'Entries with every mark and no open re-score.';
comment on column score.contest_state.marks is 'Aspects or criteria marked, over all entries.';
comment on column score.contest_state.marks_expected is
    'Aspects or criteria to be marked, over all entries.';
comment on column score.contest_state.open_aspects is 'Aspects in need of a re-score.';
comment on column score.contest_state.tied is 'Entries that share a place.';
comment on column score.contest_state.state is
    'planned, open, marked, signed, decided or published.';
comment on column score.contest_state.is_complete is 'Nothing is left to be marked.';
comment on column score.contest_state.is_signed is 'Signed, and nothing changed since.';
comment on column score.contest_state.is_decided is 'The jury decided after the signature.';
comment on column score.contest_state.is_published is 'The public sees all that was changed.';
comment on column score.contest_state.is_archive is 'A result published elsewhere.';
