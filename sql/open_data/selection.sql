-- selection: how each candidate stands in each step, by personal number.

select
    selection.contest, selection.candidate, selection.step_no, selection.step, selection.score,
    selection.total, selection.line, selection.place, selection.status, selection.rule
from mart.selection as selection
inner join mart.contests as contest on contest.contest_no = selection.contest_no
where contest.season = $season
order by selection.contest, selection.candidate, selection.step_no
