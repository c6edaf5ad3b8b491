-- list_criteria: the points of every entry of a contest by criterion.

select
    criteria.entry, board.name, criteria.criterion, criteria.label, criteria.points,
    criteria.maximum
from mart.criteria as criteria
inner join mart.leaderboard as board
    on board.contest_no = criteria.contest_no
    and board.entry_no = criteria.entry_no
where criteria.contest_no = $contest_no
order by criteria.entry, criteria.ord, criteria.criterion
