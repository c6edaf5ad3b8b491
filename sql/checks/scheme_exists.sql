-- scheme_exists: an aspect that another scheme in force has brought.
-- kinds: scheme
-- source: CONTRACTS "Replace and repeat"; rulebook WM-02 (one scheme a contest)

select
    staged.source_row,
    staged.source_column,
    staged.aspect as found,
    aspect.batch_no::varchar as batch_no
from staged_aspect as staged
inner join known_contest as contest on contest.contest = staged.contest
inner join fact.aspect as aspect
    on aspect.contest_no = contest.contest_no
    and aspect.aspect = staged.aspect
order by staged.source_row;
