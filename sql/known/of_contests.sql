-- Fills what the ledger knows about the contests of a sheet, with one plan for all of them: their
-- numbers lie close together, so the range prunes the scan, and the list picks inside it.
-- Reads $contests (numbers), $low and $high.

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

insert into known_aspect
select
    contest.contest,
    aspect.aspect,
    aspect.criterion,
    aspect.kind,
    aspect.max_mark
from fact.aspect as aspect
inner join known_contest as contest on contest.contest_no = aspect.contest_no
where
    aspect.contest_no between $low and $high
    and list_contains($contests, aspect.contest_no);

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

insert into known_criterion
select
    contest.contest,
    criterion.criterion,
    criterion.label_kk,
    criterion.label_ru,
    criterion.label_en,
    criterion.max_points
from known_contest as contest
inner join ref.criterion as criterion on criterion.ruleset_hash = contest.ruleset_hash
where
    criterion.is_used
    and contest.contest_no between $low and $high
    and list_contains($contests, contest.contest_no);

insert into known_criterion
select
    contest,
    criterion,
    null as label_kk,
    null as label_ru,
    null as label_en,
    sum(max_mark) as max_points
from known_aspect
group by contest, criterion;
