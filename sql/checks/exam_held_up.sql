-- exam_held_up: a signature under what cannot be finalised yet.
-- kinds: decisions
-- needs: staged_signature
-- source: rulebook DE-12 (the points), DE-19 (the site), BP-07 (a flag waits for the jury)

select
    staged.source_row,
    named.source_column,
    staged.subject as found,
    hold.number,
    hold.reason
from staged
inner join known_contest as contest on contest.contest = staged.subject
inner join score.hold as hold on hold.contest_no = contest.contest_no
left join staged_column as named on named.field = 'subject'
where staged.kind = 'sign_off'
order by staged.source_row, hold.reason;
