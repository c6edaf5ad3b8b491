-- fact.contest: the contests, each by its newest fact in force.
-- grain: one row per contest_no
-- source: CONTRACTS "Ids"; a ruleset changes by a decision

create or replace view fact.contest as
with
newest as (
    select
        contest.contest_no,
        contest.batch_no,
        contest.programme,
        contest.season,
        contest.level,
        contest.region,
        contest.organisation,
        contest.stream,
        contest.unit,
        contest.edition,
        contest.ruleset_hash,
        contest.starts_on,
        contest.ends_on,
        contest.host,
        contest.max_entries,
        contest.is_archive
    from ledger.contest_fact as contest
    inner join fact.batch as batch
        on batch.contest_no = contest.contest_no
        and batch.batch_no = contest.batch_no
    qualify row_number() over (
        partition by contest.contest_no
        order by contest.batch_no desc, contest.source_row desc
    ) = 1
),

changed_ruleset as (
    select
        decision.contest_no,
        max_by(decision.value, decision.batch_no) as ruleset_hash
    from fact.decision as decision
    where decision.kind = 'ruleset'
    group by decision.contest_no
)

select
    -- ids
    newest.contest_no,
    newest.batch_no,
    registry.contest,

    -- what, where, when
    newest.programme,
    newest.season,
    newest.level,
    newest.region,
    newest.organisation,
    newest.stream,
    newest.unit,
    newest.edition,
    coalesce(changed_ruleset.ruleset_hash, newest.ruleset_hash) as ruleset_hash,
    newest.starts_on,
    newest.ends_on,
    newest.host,
    newest.max_entries,

    -- booleans
    newest.is_archive
from newest
inner join ledger.contest as registry on registry.contest_no = newest.contest_no
left join changed_ruleset on changed_ruleset.contest_no = newest.contest_no;

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
