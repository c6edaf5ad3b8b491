-- score.work: the works that were handed in, measured by the rules.
-- grain: one row per contest_no, entry_no of fact.work
-- source: rulebook BP-04 (due with the form; the day binds the tour it lies in), BP-06 (pages)

create or replace view score.work as
select
    work.contest_no,
    work.entry_no,
    work.received_at,
    work.pages,
    work.has_flag,
    ruleset.min_pages,
    ruleset.missing_work,
    coalesce(ruleset.due_level = contest.level, true)
    and coalesce(
        score.is_late(
            ruleset.due_on, ruleset.is_due_inclusive, ruleset.zone, work.received_at
        ),
        false
    ) as is_late,
    coalesce(work.pages < ruleset.min_pages, false) as is_short,
    ruleset.min_pages_effect = 'refuse'
    and coalesce(work.pages < ruleset.min_pages, false) as is_too_short
from fact.work as work
inner join fact.contest as contest on contest.contest_no = work.contest_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash;

comment on view score.work is 'The works that were handed in, measured by the rules.';
comment on column score.work.contest_no is 'Physical key of the contest.';
comment on column score.work.entry_no is 'Key of the entry inside its contest.';
comment on column score.work.received_at is 'When it came.';
comment on column score.work.pages is 'Pages; null: not counted.';
comment on column score.work.has_flag is 'Material from the internet is suspected.';
comment on column score.work.min_pages is 'Pages the ruleset asks for.';
comment on column score.work.missing_work is 'What becomes of entries without a work.';
comment on column score.work.is_late is 'Came after the deadline.';
comment on column score.work.is_short is 'Has fewer pages than asked for.';
comment on column score.work.is_too_short is 'So few that the ruleset refuses it.';
