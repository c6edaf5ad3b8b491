-- score.per_skill: points a skill, half up to thousandths; null when there is no skill.
-- source: rulebook WM-40, EX-35

create or replace macro score.per_skill(points, skills) as (
    (2000 * points + skills) // nullif(2 * skills, 0) * 0.001
)::decimal(12, 3);
