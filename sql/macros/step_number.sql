-- score.step_number: points as text, without trailing zeros.
-- source: CONTRACTS "Time and numbers" (on screen the decimal sign follows the language)

create or replace macro score.step_number(points, sign) as
    coalesce(replace(rtrim(rtrim(points::varchar, '0'), '.'), '.', sign), '–');
