-- scheme_sections: what the pages read of mart.scheme_sections.

select
    wsos_section, declared, actual, variation, total_variation, tolerance
from mart.scheme_sections
where contest_no = $contest_no
order by try_cast(wsos_section as integer) nulls last, wsos_section
