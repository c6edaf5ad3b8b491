-- known_contest: the contests a sheet is about, with the rules of theirs that checks need.
-- Reads $contests, the texts of the sheet.

create or replace temp table known_contest as
select
    contest.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.region,
    contest.starts_on,
    contest.ends_on,
    contest.max_entries,
    contest.is_archive,
    contest.ruleset_hash,
    ruleset.scheme_total,
    ruleset.aspect_max,
    ruleset.wsos_tolerance,
    ruleset.judgement_top,
    ruleset.judgement_spread,
    ruleset.max_points,
    case contest.level
        when 'college' then ruleset.own_side_college
        when 'oblast' then ruleset.own_side_oblast
        when 'republic' then ruleset.own_side_republic
        when 'international' then ruleset.own_side_international
    end as own_side
from fact.contest as contest
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
where list_contains($contests::varchar[], contest.contest);
