-- score.clash_person: somebody in two events on one day: juror, expert or participant.
-- grain: one row per item, second, person, starts_on, ends_on
-- source: rulebook TC-C5; CONTRACTS "Ids" (a person is proposed by name; the sheet's own id of a
-- person tells two of the same name apart; what people decided about two entries comes first)

create or replace view score.clash_person as
with
contest_day as (
    select
        contest_no,
        contest,
        item,
        host,
        starts_on,
        ends_on,
        min(starts_on) over same_item as first_day,
        max(ends_on) over same_item as last_day
    from score.contest_day
    window same_item as (partition by item)
),

link as (
    select
        contest_no,
        entry_no,
        other_contest_no,
        other_entry_no,
        is_same
    from score.person_link
),

merged as (
    select
        contest_no,
        entry_no,
        list(if(
            (contest_no, entry_no) < (other_contest_no, other_entry_no),
            concat_ws(' ', 'same', contest_no, entry_no, other_contest_no, other_entry_no),
            concat_ws(' ', 'same', other_contest_no, other_entry_no, contest_no, entry_no)
        )) as keys
    from link
    where is_same
    group by contest_no, entry_no
),

present as (
    select
        day.contest_no,
        day.contest,
        person.entry_no,
        day.item,
        day.host,
        day.starts_on,
        day.ends_on,
        day.first_day,
        day.last_day,
        person.name,
        person.folded,
        person.person,
        person.region,
        unnest(person.keys) as key
    from contest_day as day
    inner join (
        select
            for_contest_no as contest_no,
            null::integer as entry_no,
            name,
            null::varchar as person,
            region,
            folded,
            [folded] as keys
        from fact.expert
        where name is not null

        union all

        select
            member.contest_no,
            member.entry_no,
            member.name,
            upper(nullif(trim(member.person), '')) as person,
            member.region,
            member.folded,
            list_filter(
                list_concat(
                    [
                        member.folded,
                        'id ' || upper(nullif(trim(member.person), ''))
                    ],
                    merged.keys
                ),
                lambda key: key is not null
            ) as keys
        from fact.entry_member as member
        left join merged
            on merged.contest_no = member.contest_no
            and merged.entry_no = member.entry_no
        where member.status = 'active'
    ) as person on person.contest_no = day.contest_no
)

select
    min(one.contest_no) as contest_no,
    min(one.contest) as contest,
    list_sort(list_distinct(list_concat(list(one.contest_no), list(other.contest_no))))
        as contest_nos,
    one.item,
    other.item as second,
    min(one.host) as region,
    min(one.name) as person,
    min(one.first_day) as first_day,
    max(one.last_day) as last_day,
    greatest(one.starts_on, other.starts_on) as starts_on,
    least(one.ends_on, other.ends_on) as ends_on
from present as one
inner join present as other
    on other.key = one.key
    and other.item <> one.item
    and (other.starts_on, other.item) > (one.starts_on, one.item)
    and other.starts_on <= one.ends_on
left join link
    on link.contest_no = one.contest_no
    and link.entry_no = one.entry_no
    and link.other_contest_no = other.contest_no
    and link.other_entry_no = other.entry_no
where
    link.is_same is not false
    and (
        link.is_same
        or (
            coalesce(one.region = other.region, true)
            and coalesce(one.person = other.person, true)
        )
    )
group by
    one.item, other.item, one.folded, greatest(one.starts_on, other.starts_on),
    least(one.ends_on, other.ends_on);

comment on view score.clash_person is 'Somebody in two events on one day.';
comment on column score.clash_person.contest_no is 'Physical key of a contest of the first.';
comment on column score.clash_person.contest is 'Its id.';
comment on column score.clash_person.contest_nos is
    'Physical keys of all contests in which the person is to be, of both.';
comment on column score.clash_person.item is 'Its item of the calendar.';
comment on column score.clash_person.second is 'Item of the calendar of the other.';
comment on column score.clash_person.region is 'ISO code of the host of the first.';
comment on column score.clash_person.person is 'Full name; null once erased.';
comment on column score.clash_person.first_day is 'First day of the first.';
comment on column score.clash_person.last_day is 'Last day of the first.';
comment on column score.clash_person.starts_on is 'First day in both.';
comment on column score.clash_person.ends_on is 'Last day in both.';
