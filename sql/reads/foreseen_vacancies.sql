-- foreseen_vacancies: what a correction may change of mart.vacancy_ranking, one value a row.

select
    unnest(['place', 'total']) as field,
    contest_no,
    contest,
    entry_no,
    code as entry,
    candidate as name,
    null::varchar as region,
    null::varchar as what,
    null::varchar as number,
    unnest([place::varchar, verified::varchar]) as value
from mart.vacancy_ranking
where list_contains($contests, contest_no)
