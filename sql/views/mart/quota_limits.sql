-- mart.quota_limits: at which numbers of persons each entry would go on, wait or be out.
-- grain: one row per contest_no, entry_no, step; an entry is what the worst of its steps is
-- source: rulebook WS-10 (whole or not at all), EX-06 (a person counts at the best row; an entry
-- whose persons all count elsewhere follows those rows). What people decided holds at any number

create or replace view mart.quota_limits as
with
listed as (
    select
        programme,
        season,
        level,
        region,
        contest_no,
        contest,
        entry_no,
        entry,
        place,
        mark,
        persons,
        fresh,
        cumulated,
        tied_persons,
        reason = 'given_up' as is_given_up,
        if(
            not is_winner or reason in ('given_up', 'decided_in', 'decided_out'), status, null
        ) as settled
    from score.seat
),

person as (
    select
        programme,
        season,
        level,
        region,
        contest_no,
        contest,
        entry_no,
        entry,
        fresh,
        settled,
        unnest(persons) as person,
        row_number() over best_first as rank
    from listed
    where fresh is not null
    window best_first as (
        partition by programme, season, level, region
        order by is_given_up, place, mark desc nulls last, contest_no, entry_no
    )
),

best as (
    select
        programme,
        season,
        level,
        region,
        person,
        min_by(contest_no, rank) as contest_no,
        min_by(entry_no, rank) as entry_no
    from person
    group by programme, season, level, region, person
),

step as (
    select
        contest_no,
        contest,
        entry_no,
        entry,
        contest_no as at_contest_no,
        entry_no as at_entry_no
    from listed
    where settled is not null or fresh > 0

    union

    select
        person.contest_no,
        person.contest,
        person.entry_no,
        person.entry,
        best.contest_no as at_contest_no,
        best.entry_no as at_entry_no
    from person
    inner join best
        on best.programme = person.programme
        and best.season = person.season
        and best.level = person.level
        and best.region = person.region
        and best.person = person.person
    where person.settled is null and person.fresh = 0
)

select
    -- ids
    listed.programme,
    listed.season,
    listed.level,
    listed.region,
    step.contest_no,
    step.entry_no,
    step.contest,
    step.entry,

    -- the step
    listed.cumulated::integer as cumulated,
    listed.tied_persons::integer as tied_persons,
    listed.settled
from step
inner join listed
    on listed.contest_no = step.at_contest_no
    and listed.entry_no = step.at_entry_no;

comment on view mart.quota_limits is 'At which numbers of persons each entry would go on.';
comment on column mart.quota_limits.programme is 'Programme.';
comment on column mart.quota_limits.season is 'Season.';
comment on column mart.quota_limits.level is 'college, oblast or republic: the level left behind.';
comment on column mart.quota_limits.region is 'ISO code of the home region, or member code.';
comment on column mart.quota_limits.contest_no is 'Physical key of the contest.';
comment on column mart.quota_limits.entry_no is 'Key of the entry inside its contest.';
comment on column mart.quota_limits.contest is 'Contest id.';
comment on column mart.quota_limits.entry is 'Entry id, unique inside its contest.';
comment on column mart.quota_limits.cumulated is
    'Persons of the region up to this step, all peers of a tie included; null: reserve.';
comment on column mart.quota_limits.tied_persons is
    'Of these, persons of the same place and mark; null: reserve.';
comment on column mart.quota_limits.settled is
    'in, out or reserve whatever the number is; null: the number decides.';
