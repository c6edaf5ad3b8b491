-- score.seat_field: each region at a level: its quota as its contests give it, the winners of its
-- contests, who is next, and what people decided on them.
-- grain: one row per programme, season, level, region
-- source: rulebook WS-04, WS-10, WS-20 (counted by home region), OQ-01 (regions come from the
-- results), OQ-02. Where contests of one region are under different rulesets, the strictest holds;
-- a decision `tie` with the value in or out about an entry settles its seat, a decision `waiver`
-- with the value seat gives it up. One list a region, because every board is planned anew

create or replace view score.seat_field as
with
verdict as (
    select
        contest_no,
        entry_no,
        max_by(value, (batch_no, coalesce(source_row, 0))) filter (
            kind = 'tie' and value in ('in', 'out')
        ) as verdict,
        bool_or(kind = 'waiver' and value = 'seat') as is_given_up
    from fact.decision
    where
        kind in ('tie', 'waiver')
        and entry_no is not null
    group by contest_no, entry_no
),

rule as materialized (
    select
        rule.contest_no,
        rule.programme,
        rule.season,
        rule.level,
        rule.stream,
        rule.unit,
        rule.edition,
        rule.region,
        rule.advance_places,
        rule.minimum,
        rule.maximum,
        rule.is_enforced,
        not (head.is_signed or head.is_archive) as is_unsigned
    from score.seat_rule as rule
    left join fact.tally_head as head
        on head.contest_no = rule.contest_no
        and fact.is_asked(head.contest_no)
),

ranked as materialized (
    select
        rule.contest_no,
        coalesce(board.region, rule.region) as region,
        board.entry_no,
        board.place,
        board.total,
        score.mark_of_hundred(board.points_sum, board.judge_count) as mark,
        list_contains(rule.advance_places, board.place) as is_winner
    from rule
    inner join fact.board as board on board.contest_no = rule.contest_no
    where
        board.place is not null
        and fact.is_asked(board.contest_no)
),

taken_part as (
    select
        contest_no,
        region
    from rule
    where region is not null

    union

    select
        contest_no,
        region
    from ranked
    where region is not null
),

bound as (
    select
        rule.programme,
        rule.season,
        rule.level,
        taken_part.region,
        count(*)::integer as contests,
        list(rule.contest_no order by rule.contest_no) as contest_nos,
        count_if(rule.is_unsigned)::integer as contests_unsigned,
        max(rule.minimum) as minimum,
        min(rule.maximum) as maximum,
        bool_or(rule.is_enforced) as is_enforced
    from taken_part
    inner join rule on rule.contest_no = taken_part.contest_no
    group by rule.programme, rule.season, rule.level, taken_part.region
),

next_place as (
    select
        contest_no,
        min(place) as place
    from ranked
    where is_winner is not true
    group by contest_no
),

candidate as materialized (
    select
        ranked.contest_no,
        rule.programme,
        rule.season,
        rule.level,
        rule.stream,
        rule.unit,
        rule.edition,
        ranked.region,
        ranked.entry_no,
        ranked.place,
        ranked.total,
        ranked.mark,
        ranked.is_winner,
        not rule.is_unsigned as is_signed,
        verdict.verdict,
        coalesce(verdict.is_given_up, false) as is_given_up
    from ranked
    inner join rule on rule.contest_no = ranked.contest_no
    left join next_place on next_place.contest_no = ranked.contest_no
    left join verdict
        on verdict.contest_no = ranked.contest_no
        and verdict.entry_no = ranked.entry_no
    where
        ranked.is_winner
        or ranked.place = next_place.place
        or verdict.verdict = 'in'
),

people as (
    select
        person.contest_no,
        person.entry_no,
        list_sort(list_distinct(list(person.person))) as persons
    from score.person as person
    inner join candidate
        on candidate.contest_no = person.contest_no
        and candidate.entry_no = person.entry_no
    group by person.contest_no, person.entry_no
),

listed as (
    select
        candidate.programme,
        candidate.season,
        candidate.level,
        candidate.region,
        list({
            'contest_no': candidate.contest_no,
            'stream': candidate.stream,
            'unit': candidate.unit,
            'edition': candidate.edition,
            'entry_no': candidate.entry_no,
            'persons': people.persons,
            'place': candidate.place,
            'total': candidate.total,
            'mark': candidate.mark,
            'is_winner': candidate.is_winner,
            'is_signed': candidate.is_signed,
            'verdict': candidate.verdict,
            'is_given_up': candidate.is_given_up
        }) as candidates
    from candidate
    inner join people
        on people.contest_no = candidate.contest_no
        and people.entry_no = candidate.entry_no
    group by candidate.programme, candidate.season, candidate.level, candidate.region
)

select
    -- ids
    coalesce(bound.programme, listed.programme) as programme,
    coalesce(bound.season, listed.season) as season,
    coalesce(bound.level, listed.level) as level,
    bound.region,

    -- the quota
    bound.contests,
    bound.contest_nos,
    bound.contests_unsigned,
    bound.minimum,
    bound.maximum,
    bound.is_enforced,

    -- who
    coalesce(listed.candidates, []) as candidates
from bound
full join listed
    on listed.programme = bound.programme
    and listed.season = bound.season
    and listed.level = bound.level
    and listed.region = bound.region;

comment on view score.seat_field is 'The quota of each region at a level, and its candidates.';
comment on column score.seat_field.programme is 'Programme.';
comment on column score.seat_field.season is 'Season: the edition.';
comment on column score.seat_field.level is 'college, oblast or republic.';
comment on column score.seat_field.region is
    'ISO code of the home region, or member code; null: entries that are of none.';
comment on column score.seat_field.contests is
    'Contests of the region, or with its entries; null: of no region.';
comment on column score.seat_field.contest_nos is 'Their physical keys.';
comment on column score.seat_field.contests_unsigned is 'Of these, not signed off.';
comment on column score.seat_field.minimum is 'Fewest persons; null: no rule.';
comment on column score.seat_field.maximum is 'Most persons; null: no rule.';
comment on column score.seat_field.is_enforced is 'The greatest number is a limit.';
comment on column score.seat_field.candidates is
    'Entries with a place that goes on, those next to it, and those a decision let in.';
