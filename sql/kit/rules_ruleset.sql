-- rules_ruleset: the keys of the ruleset that a result by points follows from.

select
    ruleset_hash, ruleset, programme, engine, zone, due_on, is_due_inclusive, due_level, min_pages,
    min_pages_effect, missing_work, judges_per_judgement, judgement_top, judgement_spread,
    is_total_partial, combine, scale_estimator, scale_centre, scale_spread, scale_factor,
    scale_few_entries, award_kind, award_tolerance, max_winner, min_points, winner_tie
from ref.ruleset
where ruleset_hash = $ruleset_hash
