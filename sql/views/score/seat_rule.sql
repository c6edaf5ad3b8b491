-- score.seat_rule: who goes on from each contest of the movement, by its ruleset and edition.
-- grain: one row per contest_no of a ruleset with a rule for its level
-- source: rulebook WS-04, WS-10, WS-14, WS-21

create or replace view score.seat_rule as
select
    contest.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    coalesce(contest.stream, 'wsk') as stream,
    contest.region,
    contest.organisation,
    contest.unit,
    contest.edition,
    coalesce(edition.advance_places, rule.advance_places) as advance_places,
    edition.minimum,
    edition.maximum,
    coalesce(edition.is_enforced, false) as is_enforced
from fact.contest as contest
inner join ref.level_rule as rule
    on rule.ruleset_hash = contest.ruleset_hash
    and rule.level = contest.level
left join ref.edition_rule as edition
    on edition.ruleset_hash = contest.ruleset_hash
    and edition.season = contest.season
    and edition.level = contest.level
where fact.is_asked(contest.contest_no);

comment on view score.seat_rule is 'Who goes on from each contest of the movement.';
comment on column score.seat_rule.contest_no is 'Physical key of the contest.';
comment on column score.seat_rule.contest is 'Contest id.';
comment on column score.seat_rule.programme is 'Programme.';
comment on column score.seat_rule.season is 'Season: the edition.';
comment on column score.seat_rule.level is 'college, oblast or republic.';
comment on column score.seat_rule.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column score.seat_rule.region is 'ISO code of the scope.';
comment on column score.seat_rule.organisation is 'Organisation of a college contest.';
comment on column score.seat_rule.unit is 'Skill.';
comment on column score.seat_rule.edition is 'Edition of the catalogue the unit is from.';
comment on column score.seat_rule.advance_places is 'Places that go on.';
comment on column score.seat_rule.minimum is 'Fewest persons of a region; null: no rule.';
comment on column score.seat_rule.maximum is 'Most persons of a region; null: no rule.';
comment on column score.seat_rule.is_enforced is 'The greatest number is a limit.';
