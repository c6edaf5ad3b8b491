-- What makes a row of a works sheet the same row, and what its contest asks of a work.
-- source: rulebook BP-04, BP-06; CONTRACTS "Sheet formats" (works)

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest,
    hash(contest, entry) as thing,
    concat_ws(chr(31), contest, entry) as key
from staged
where entry is not null;

create or replace temp table staged_other_row (source_row integer);

create or replace temp table staged_work as
select
    staged.source_row,
    staged.source_column,
    staged.contest,
    staged.entry,
    staged.received_at,
    try_cast(staged.received_at as timestamptz) as received,
    try_cast(staged.pages as integer) as pages,
    staged.flag,
    ruleset.min_pages,
    ruleset.zone,
    ruleset.is_due_inclusive,
    case when coalesce(ruleset.due_level = contest.level, true) then ruleset.due_on end as due_on
from staged
left join known_contest as contest on contest.contest = staged.contest
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash;
