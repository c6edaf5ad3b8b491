-- What the ledger knows about the contests of a sheet: empty tables, filled contest by contest
-- (a literal contest_no keeps the scan of 100 million marks short).

create or replace temp table known_entry (
    contest varchar,
    entry varchar,
    name varchar,
    region varchar,
    organisation varchar
);

create or replace temp table known_aspect (
    contest varchar,
    aspect varchar,
    criterion varchar,
    kind varchar,
    max_mark decimal(9, 3)
);

create or replace temp table known_criterion (
    contest varchar,
    criterion varchar,
    label_kk varchar,
    label_ru varchar,
    label_en varchar,
    max_points decimal(9, 3)
);

create or replace temp table known_expert (
    contest varchar,
    expert varchar,
    region varchar,
    organisation varchar
);

create or replace temp table known_aside (
    contest varchar,
    judge varchar,
    entry varchar
);

-- The ruleset a new contest of a programme takes: its own name, else the newest edition.
create or replace temp table known_programme as
select
    programme,
    coalesce(max(ruleset) filter (where ruleset = programme), max(ruleset)) as ruleset
from known_ruleset
group by programme;

create or replace temp table known_unit as
select
    programme,
    unit,
    arg_max(edition, ord) as edition
from ref.unit
group by programme, unit;

create or replace temp view known_limit as
select
    contest,
    criterion,
    min(max_points) as max_points
from known_criterion
group by contest, criterion;

-- Those of the contests that are selections for the civil service.
create or replace temp table known_selection as
select contest.contest_no
from known_contest as contest
semi join ref.selection_rule as rule on rule.ruleset_hash = contest.ruleset_hash;

-- Those of the contests whose rules leave a question open that can change a winner.
create or replace temp table known_question as
select contest.contest_no
from known_contest as contest
semi join ref.reading as reading
    on reading.ruleset_hash = contest.ruleset_hash
    and reading.changes_winner;
