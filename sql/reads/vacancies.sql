-- vacancies: what the pages read of mart.vacancies.

select
    contest_no, contest, season, post, organisation, region, region_name, published_on, last_day,
    days_left, units, candidates, candidates_17, candidates_18, best_17, best_18, proposed,
    units_left, tied_at_line, held_up, unverified, status, is_mixed
from mart.vacancies
order by last_day desc, region, organisation collate kk, post collate kk
