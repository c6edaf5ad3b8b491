-- fact.contest: the contests, each by its newest fact in force.
-- grain: one row per contest_no
-- source: CONTRACTS "Ids"; a ruleset changes by a decision, which writes
-- the fact anew. The newest is found by its numbers and then looked up: to carry whole rows
-- through the grouping costs twice as much, and every view names contests

create or replace view fact.contest as
with
newest as (
    select
        contest.contest_no,
        max(contest.batch_no) as batch_no,
        arg_max_null(contest.source_row, contest.batch_no) as source_row
    from ledger.contest_fact as contest
    inner join fact.batch as batch
        on batch.contest_no = contest.contest_no
        and batch.batch_no = contest.batch_no
    group by contest.contest_no
)

select
    -- ids
    newest.contest_no,
    newest.batch_no,
    registry.contest,

    -- what, where, when
    fact.programme,
    fact.season,
    fact.level,
    fact.region,
    fact.organisation,
    fact.stream,
    fact.unit,
    fact.edition,
    fact.ruleset_hash,
    fact.starts_on,
    fact.ends_on,
    fact.host,
    fact.max_entries,

    -- booleans
    fact.is_archive
from newest
inner join ledger.contest_fact as fact
    on fact.contest_no = newest.contest_no
    and fact.batch_no = newest.batch_no
    and fact.source_row is not distinct from newest.source_row
inner join ledger.contest as registry on registry.contest_no = newest.contest_no;

comment on view fact.contest is 'The contests, each by its newest fact in force.';
comment on column fact.contest.contest_no is 'Physical key of the contest.';
comment on column fact.contest.batch_no is 'The batch that brought the fact.';
comment on column fact.contest.contest is 'Contest id, opaque.';
comment on column fact.contest.programme is 'Programme, as worldskills.';
comment on column fact.contest.season is 'Year in which the event, or its school year, begins.';
comment on column fact.contest.level is 'college, oblast, republic or international.';
comment on column fact.contest.region is 'ISO code of the scope.';
comment on column fact.contest.organisation is 'Organisation of a college contest.';
comment on column fact.contest.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column fact.contest.unit is 'Skill, industry, profession or post.';
comment on column fact.contest.edition is 'Edition of the catalogue the unit is from.';
comment on column fact.contest.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column fact.contest.starts_on is 'First day.';
comment on column fact.contest.ends_on is 'Last day.';
comment on column fact.contest.host is 'ISO code of the host.';
comment on column fact.contest.max_entries is 'Greatest number of entries.';
comment on column fact.contest.is_archive is 'A result published elsewhere; final.';
