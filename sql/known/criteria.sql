-- known_aspect, known_criterion: what is marked in the contests of a sheet.
-- Reads $contests (numbers), $low and $high: one plan for all of them, for their numbers lie close
-- together, so that the range prunes the scan, and the list picks inside it.

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
