-- score.selection_protocol: whether the members of the commission have signed the protocol.
-- grain: one row per contest_no
-- source: rulebook CS-34 (all members sign; a result changed after the signature voids it)

create or replace view score.selection_protocol as
with
contest as materialized (
    select
        contest_no,
        ruleset_hash,
        reopened_batch_no,
        changed_batch_no,
        is_signed
    from score.sign_off
),

member as (
    select distinct
        contest_no,
        lower(trim(member)) as member
    from fact.selection_result
    where member is not null
),

signature as (
    select
        decision.contest_no,
        lower(trim(decision.who)) as who,
        max(decision.batch_no) as batch_no,
        max(decision.decided_at) as signed_at
    from fact.decision as decision
    where decision.kind = 'sign_off' and decision.entry_no is null
    group by decision.contest_no, lower(trim(decision.who))
),

holding as (
    select
        signature.contest_no,
        signature.who,
        signature.signed_at
    from signature
    inner join contest on contest.contest_no = signature.contest_no
    where
        contest.is_signed
        and signature.batch_no > coalesce(contest.changed_batch_no, 0)
        and signature.batch_no > coalesce(contest.reopened_batch_no, 0)
),

counted as (
    select
        contest.contest_no,
        count(distinct member.member)::integer as members,
        count(distinct holding.who) filter (member.member is not null)::integer as signed,
        count(distinct any_holding.who)::integer as signatures,
        max(any_holding.signed_at) as signed_at
    from contest
    inner join ref.ruleset as ruleset
        on ruleset.ruleset_hash = contest.ruleset_hash
        and ruleset.engine = 'funnel'
    left join member on member.contest_no = contest.contest_no
    left join holding
        on holding.contest_no = contest.contest_no
        and holding.who = member.member
    left join holding as any_holding on any_holding.contest_no = contest.contest_no
    group by contest.contest_no
)

select
    contest_no,
    members,
    signed,
    if(members = 0, if(signatures > 0, 0, 1), members - signed)::integer as missing,
    if(members = 0, signatures > 0, members = signed) as is_signed,
    signed_at
from counted;

comment on view score.selection_protocol is
    'Whether the members of the commission have signed the protocol.';
comment on column score.selection_protocol.contest_no is 'Physical key of the contest.';
comment on column score.selection_protocol.members is
    'Members who marked in the contest; 0: none is named, one signature is enough.';
comment on column score.selection_protocol.signed is 'Members whose signature holds.';
comment on column score.selection_protocol.missing is 'Signatures that are missing.';
comment on column score.selection_protocol.is_signed is 'Nobody''s signature is missing.';
comment on column score.selection_protocol.signed_at is 'When the last signature was given, UTC.';
