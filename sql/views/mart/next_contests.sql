-- mart.next_contests: the contest of the next level that the entries of a contest go on to.
-- grain: one row per contest_no, next_contest_no
-- source: rulebook WS-04 (college, oblast, republic, international), WS-09 (streams stay apart),
-- BP-01, BP-19

create or replace view mart.next_contests as
select
    contest.contest_no,
    contest.contest,
    next.contest_no as next_contest_no,
    next.contest as next_contest,
    next.level as next_level,
    next.max_entries
from fact.contest as contest
inner join fact.contest as next
    on next.programme = contest.programme
    and next.season = contest.season
    and next.level = score.next_level(contest.level)
    and next.unit is not distinct from contest.unit
    and coalesce(next.stream, 'wsk') = coalesce(contest.stream, 'wsk')
    and (next.level <> 'oblast' or next.region = contest.region)
where
    not contest.is_archive
    and not next.is_archive;

comment on view mart.next_contests is 'The contest of the next level that entries go on to.';
comment on column mart.next_contests.contest_no is 'Physical key of the contest.';
comment on column mart.next_contests.contest is 'Contest id.';
comment on column mart.next_contests.next_contest_no is 'Physical key of the next contest.';
comment on column mart.next_contests.next_contest is 'Contest id of the next contest.';
comment on column mart.next_contests.next_level is 'oblast, republic or international.';
comment on column mart.next_contests.max_entries is 'Entries the next contest admits; null: any.';
