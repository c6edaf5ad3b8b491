-- fact.own_entry: who takes part in what, for the participant who reads; published or not, no marks.
-- grain: one row, or none: only the reader's own entry (fact.is_own), as of the newest batch
-- source: rulebook BP-24 (before the publication a participant sees nothing of a result; that the
-- entry takes part, when and where, is no result)

create or replace view fact.own_entry as
with
in_force as (
    select
        contest_no,
        batch_no
    from tally.span
    where
        contest_no = getvariable('own_contest')::integer
        and getvariable('as_of')::integer between first_batch_no and last_batch_no
),

own as (
    select
        entry.contest_no,
        entry.entry_no,
        max(entry.batch_no) as batch_no
    from private.shown_entry as entry
    inner join in_force
        on in_force.contest_no = entry.contest_no
        and in_force.batch_no = entry.batch_no
    where fact.is_own(entry.contest_no, entry.entry_no)
    group by entry.contest_no, entry.entry_no
),

described as (
    select
        contest.contest_no,
        arg_max(contest, contest.batch_no) as fact
    from ledger.contest_fact as contest
    inner join in_force
        on in_force.contest_no = contest.contest_no
        and in_force.batch_no = contest.batch_no
    group by contest.contest_no
)

select
    -- ids
    own.contest_no,
    contest.contest,
    own.entry_no,
    entry.entry,

    -- who
    shown.name,
    shown.region,
    shown.organisation,
    shown.members,

    -- the contest
    described.fact.programme,
    described.fact.season,
    described.fact.level,
    described.fact.region as scope,
    described.fact.stream,
    described.fact.unit,
    described.fact.edition,
    described.fact.ruleset_hash,
    described.fact.starts_on,
    described.fact.ends_on
from own
inner join private.shown_entry as shown
    on shown.contest_no = own.contest_no
    and shown.entry_no = own.entry_no
    and shown.batch_no = own.batch_no
inner join described on described.contest_no = own.contest_no
inner join ledger.contest as contest on contest.contest_no = own.contest_no
inner join ledger.entry as entry
    on entry.contest_no = own.contest_no
    and entry.entry_no = own.entry_no;

comment on view fact.own_entry is 'Who takes part in what, for the participant who reads.';
comment on column fact.own_entry.contest_no is 'Physical key of the contest.';
comment on column fact.own_entry.contest is 'Contest id.';
comment on column fact.own_entry.entry_no is 'Key of the entry inside its contest.';
comment on column fact.own_entry.entry is 'Entry id, unique inside its contest.';
comment on column fact.own_entry.name is 'Name; the members of a team; null once erased.';
comment on column fact.own_entry.region is 'ISO code of the own region, or member code.';
comment on column fact.own_entry.organisation is 'Own organisation.';
comment on column fact.own_entry.members is 'Persons.';
comment on column fact.own_entry.programme is 'Programme.';
comment on column fact.own_entry.season is 'Season.';
comment on column fact.own_entry.level is 'college, oblast, republic or international.';
comment on column fact.own_entry.scope is 'ISO code of the scope of the contest.';
comment on column fact.own_entry.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column fact.own_entry.unit is 'Skill, industry, profession or post.';
comment on column fact.own_entry.edition is 'Edition of the catalogue the unit is from.';
comment on column fact.own_entry.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column fact.own_entry.starts_on is 'First day.';
comment on column fact.own_entry.ends_on is 'Last day.';
