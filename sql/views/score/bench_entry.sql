-- score.bench_entry: every competing entry of a contest with medals, with what it is worth.
-- grain: one row per contest_no, entry_no
-- source: rulebook WS-12, WM-40 (guests out of ranking do not count), EX-35

create or replace view score.bench_entry as
select
    contest.programme,
    contest.season,
    contest.level,
    coalesce(contest.stream, 'wsk') as stream,
    board.contest_no,
    board.entry_no,
    contest.region as scope_region,
    contest.organisation as scope_organisation,
    coalesce(board.region, contest.region) as region,
    coalesce(board.organisation, contest.organisation) as organisation,
    board.award,
    coalesce(award.medal_points, 0) as medal_points,
    coalesce(list_contains(rule.advance_places, board.place), board.place = 1, false) as is_winner
from fact.board as board
inner join fact.contest as contest on contest.contest_no = board.contest_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
inner join score.competitor as competitor
    on competitor.contest_no = board.contest_no
    and competitor.entry_no = board.entry_no
left join score.seat_rule as rule on rule.contest_no = board.contest_no
left join ref.award_rule as award
    on award.ruleset_hash = contest.ruleset_hash
    and award.award = board.award
where
    ruleset.award_kind = 'scale'
    and competitor.is_competing
    and coalesce(board.region, contest.region) is not null;

comment on view score.bench_entry is 'Every competing entry with what it is worth.';
comment on column score.bench_entry.programme is 'Programme.';
comment on column score.bench_entry.season is 'Season.';
comment on column score.bench_entry.level is 'college, oblast, republic or international.';
comment on column score.bench_entry.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column score.bench_entry.contest_no is 'Physical key of the contest.';
comment on column score.bench_entry.entry_no is 'Key of the entry inside its contest.';
comment on column score.bench_entry.scope_region is
    'ISO code of the scope of the contest; null: the whole country.';
comment on column score.bench_entry.scope_organisation is
    'Organisation of a college contest; null: of several.';
comment on column score.bench_entry.region is 'ISO code of the home region, or member code.';
comment on column score.bench_entry.organisation is 'Own organisation; null: not known.';
comment on column score.bench_entry.award is 'Award code; null: none.';
comment on column score.bench_entry.medal_points is 'Points of the award by its ruleset.';
comment on column score.bench_entry.is_winner is 'Has a place that goes on, or the first.';
