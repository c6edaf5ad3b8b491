-- list_exam: everybody on the sheet of an examination, with points or why there are none.

select name, examinee, organisation, site, score, max_points, reason
from mart.passports
where contest_no = $contest_no
order by name collate kk, examinee
