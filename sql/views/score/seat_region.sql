-- score.seat_region: each region at a level: its quota, and who goes on, who waits for a decision,
-- who is out, who is in reserve.
-- grain: one row per programme, season, level, region
-- source: rulebook WS-10 (by place, then mark; all peers of a tie together; whole or not at all:
-- a tie or team that crosses the line waits, everything after it is out, nobody moves up by
-- itself), EX-03 to EX-06 (a person counts once, at the best row)

create or replace view score.seat_region as
with
field as materialized (
    select
        programme,
        season,
        level,
        region,
        contests,
        contests_unsigned,
        minimum,
        maximum,
        is_enforced,
        candidates
    from score.seat_field
),

candidate as materialized (
    select
        programme,
        season,
        level,
        region,
        maximum,
        is_enforced and maximum is not null as is_limited,
        unnest(candidates) as entry
    from field
),

winner as materialized (
    select
        programme,
        season,
        level,
        region,
        maximum,
        coalesce(is_limited, false) as is_limited,
        entry.contest_no as contest_no,
        entry.entry_no as entry_no,
        entry.place as place,
        entry.mark as mark,
        entry.persons as persons,
        entry.verdict as verdict,
        entry.is_given_up as is_given_up
    from candidate
    where entry.is_winner
),

person as (
    select
        programme,
        season,
        level,
        region,
        contest_no,
        entry_no,
        place,
        mark,
        is_given_up,
        unnest(persons) as person
    from winner
),

best as (
    select
        contest_no,
        entry_no,
        first_value(contest_no) over of_person as best_contest_no,
        first_value(entry_no) over of_person as best_entry_no
    from person
    window of_person as (
        partition by programme, season, level, region, person
        order by is_given_up, place, mark desc nulls last, contest_no, entry_no
    )
),

fresh as (
    select
        best_contest_no as contest_no,
        best_entry_no as entry_no,
        count(*) filter (
            best_contest_no = contest_no and best_entry_no = entry_no
        )::integer as persons
    from best
    group by best_contest_no, best_entry_no
),

ordered as (
    select
        winner.contest_no,
        winner.entry_no,
        winner.verdict,
        winner.is_given_up,
        winner.maximum,
        winner.is_limited,
        coalesce(fresh.persons, 0) as fresh,
        sum(coalesce(fresh.persons, 0)) over best_first as cumulated,
        sum(coalesce(fresh.persons, 0)) over peers as tied_persons,
        count(*) over peers as tied_entries
    from winner
    left join fresh
        on fresh.contest_no = winner.contest_no
        and fresh.entry_no = winner.entry_no
    window
        best_first as (
            partition by winner.programme, winner.season, winner.level, winner.region
            order by winner.place, winner.mark desc nulls last
        ),
        peers as (
            partition by winner.programme, winner.season, winner.level, winner.region
            order by winner.place, winner.mark desc nulls last
            range between current row and current row
        )
),

reasoned as (
    select
        contest_no,
        entry_no,
        fresh,
        cumulated,
        tied_persons,
        case
            when is_given_up then 'given_up'
            when verdict is not null then concat('decided_', verdict)
            when not is_limited then 'place'
            when fresh = 0 then 'same_person'
            when score.seat_within(cumulated, tied_persons, maximum) = 'in' then 'limit'
            when score.seat_within(cumulated, tied_persons, maximum) = 'out' then 'over'
            when tied_entries > 1 then 'tie'
            else 'team'
        end as reason
    from ordered
),

rested as (
    select
        best.contest_no,
        best.entry_no,
        bool_or(reasoned.reason in ('over', 'decided_out', 'given_up')) as is_out,
        bool_or(reasoned.reason in ('tie', 'team')) as is_held
    from best
    inner join reasoned
        on reasoned.contest_no = best.best_contest_no
        and reasoned.entry_no = best.best_entry_no
    group by best.contest_no, best.entry_no
),

seated as (
    select
        candidate.programme,
        candidate.season,
        candidate.level,
        candidate.region,
        list({
            'entry': candidate.entry,
            'fresh': reasoned.fresh,
            'cumulated': reasoned.cumulated,
            'tied_persons': reasoned.tied_persons,
            'maximum': if(candidate.entry.is_winner, candidate.maximum, null),
            'reason': case
                when candidate.entry.is_winner then reasoned.reason
                when candidate.entry.is_given_up then 'given_up'
                when candidate.entry.verdict is not null
                    then concat('decided_', candidate.entry.verdict)
                else 'reserve'
            end,
            'status': case
                when candidate.entry.is_given_up then 'out'
                when candidate.entry.verdict is not null then candidate.entry.verdict
                when not candidate.entry.is_winner then 'reserve'
                when reasoned.reason in ('place', 'limit') then 'in'
                when reasoned.reason in ('tie', 'team') then 'hold'
                when reasoned.reason = 'over' or rested.is_out then 'out'
                when rested.is_held then 'hold'
                else 'in'
            end
        }) as seats
    from candidate
    left join reasoned
        on reasoned.contest_no = candidate.entry.contest_no
        and reasoned.entry_no = candidate.entry.entry_no
    left join rested
        on rested.contest_no = candidate.entry.contest_no
        and rested.entry_no = candidate.entry.entry_no
    group by candidate.programme, candidate.season, candidate.level, candidate.region
)

select
    -- ids
    field.programme,
    field.season,
    field.level,
    field.region,

    -- the quota
    field.contests,
    field.contests_unsigned,
    field.minimum,
    field.maximum,
    field.is_enforced,

    -- who
    coalesce(seated.seats, []) as seats
from field
left join seated
    on seated.programme = field.programme
    and seated.season = field.season
    and seated.level = field.level
    and seated.region is not distinct from field.region;

comment on view score.seat_region is 'The quota of each region at a level, and its seats.';
comment on column score.seat_region.programme is 'Programme.';
comment on column score.seat_region.season is 'Season: the edition.';
comment on column score.seat_region.level is 'college, oblast or republic.';
comment on column score.seat_region.region is
    'ISO code of the home region, or member code; null: entries that are of none.';
comment on column score.seat_region.contests is
    'Contests of the region, or with its entries; null: of no region.';
comment on column score.seat_region.contests_unsigned is 'Of these, not signed off.';
comment on column score.seat_region.minimum is 'Fewest persons; null: no rule.';
comment on column score.seat_region.maximum is 'Most persons; null: no rule.';
comment on column score.seat_region.is_enforced is 'The greatest number is a limit.';
comment on column score.seat_region.seats is 'The candidates, each with reason and status.';
