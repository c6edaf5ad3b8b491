-- name_sealed: a name beside a personal number before the interview ends anonymity.
-- kinds: entries, scores
-- needs: known_selection
-- source: rulebook CS-12, CS-40

select
    staged.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'name'
    ) as source_column,
    staged.entry as found
from staged
inner join known_contest as contest on contest.contest = staged.contest
semi join known_selection as selection on selection.contest_no = contest.contest_no
left join fact.entry as entry
    on entry.contest_no = contest.contest_no
    and entry.entry = staged.entry
anti join score.selection_standing as standing
    on standing.contest_no = entry.contest_no
    and standing.entry_no = entry.entry_no
    and standing.variant = 'default'
    and standing.step = 'interview'
    and standing.reason = 'interviewed'
where staged.name is not null and staged.name <> staged.entry
order by staged.source_row;
