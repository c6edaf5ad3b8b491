-- known_entry, known_expert, known_aside: who takes part in the contests of a sheet.
-- Reads $contests (numbers), $low and $high: one plan for all of them, for their numbers lie close
-- together, so that the range prunes the scan, and the list picks inside it.

insert into known_entry
select
    contest.contest,
    entry.entry,
    entry.name,
    entry.region,
    entry.organisation
from fact.entry as entry
inner join known_contest as contest on contest.contest_no = entry.contest_no
where
    entry.contest_no between $low and $high
    and list_contains($contests, entry.contest_no);

insert into known_expert
select
    contest.contest,
    expert.name as expert,
    expert.region,
    expert.organisation
from fact.expert as expert
inner join known_contest as contest on contest.contest_no = expert.for_contest_no
where
    expert.contest_no = 0
    and expert.for_contest_no between $low and $high
    and list_contains($contests, expert.for_contest_no);

insert into known_aside
select
    contest.contest,
    judge.judge,
    entry.entry
from score.conflict as conflict
inner join known_contest as contest on contest.contest_no = conflict.contest_no
inner join fact.judge as judge
    on judge.contest_no = conflict.contest_no
    and judge.judge_no = conflict.judge_no
left join fact.entry as entry
    on entry.contest_no = conflict.contest_no
    and entry.entry_no = conflict.entry_no
where
    conflict.state = 'aside'
    and conflict.contest_no between $low and $high
    and list_contains($contests, conflict.contest_no);
