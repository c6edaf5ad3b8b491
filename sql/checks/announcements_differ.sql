-- announcements_differ: publications of one post that do not say the same.
-- kinds: vacancies
-- source: rulebook VC-01, VC-03 (the last publication counts)

select
    staged.source_row,
    staged.source_column,
    staged.post as found
from staged_contest as staged
inner join (
    select
        contest,
        arg_max(units, published_on) as units,
        arg_max(is_english, published_on) as is_english
    from staged_contest
    group by contest
) as newest on newest.contest = staged.contest
where staged.units <> newest.units or staged.is_english <> newest.is_english
order by staged.source_row;
