-- Where the package and this ledger do not go together, a row each: what, of which contest and entry, what
-- each side says and in which of its batches. `is_answerable`: somebody has to say whose it is;
-- `is_note`: told, and merged all the same.
-- Reads merge_*, pack_* and the facts of both, which are written by now.

with
changed as (
    select
        change.contest_no,
        change.side,
        array_to_string(
            list_sort(
                list(
                    distinct coalesce(
                        packed.sheet_kind, batch.sheet_kind, packed.kind, batch.kind
                    )
                )
            ),
            ', '
        ) as what,
        max(coalesce(merge_batch.venue_no, change.batch_no)) as said_no
    from merge_change as change
    semi join merge_contested as contested on contested.contest_no = change.contest_no
    left join merge_batch on merge_batch.centre_no = change.batch_no
    left join pack_ledger_batch as packed on packed.batch_no = merge_batch.venue_no
    left join ledger.batch as batch on batch.batch_no = change.batch_no
    group by change.contest_no, change.side
),

twice as (
    select
        case
            when venue.fact in ('mark', 'score') then 'marked_twice'
            when venue.fact = 'ruleset' then 'ruleset_differs'
            when venue.fact in ('entry', 'contest', 'aspect') then 'made_twice'
            else 'decided_twice'
        end as kind,
        venue.contest_no,
        venue.entry_no,
        concat_ws(' ', venue.fact, nullif(venue.key, '')) as what,
        venue.value as venue,
        centre.value as centre,
        max(venue.said_no) as venue_batch_no,
        max(centre.said_no) as centre_batch_no
    from merge_fact as venue
    inner join merge_fact as centre
        on centre.contest_no = venue.contest_no
        and centre.fact = venue.fact
        and centre.entry_no is not distinct from venue.entry_no
        and centre.key = venue.key
        and centre.side = 'centre'
    where
        venue.side = 'venue'
        and (venue.fact <> 'ruleset' or venue.value <> centre.value)
    group by all
),

listed as (
    -- contest 0: who and what is listed there has no contest to be decided about
    select
        expert.batch_no,
        'expert' as what,
        concat_ws(' ', registry.contest, score.folded_name(name.name)) as key
    from ledger.expert as expert
    inner join ledger.contest as registry on registry.contest_no = expert.for_contest_no
    inner join private.name as name on name.name_no = expert.name_no

    union all

    select
        batch_no,
        'organisation' as what,
        concat_ws(' ', organisation, region) as key
    from ledger.organisation

    union all

    select
        application.batch_no,
        'application' as what,
        concat_ws(' ', score.folded_name(name.name), application.organisation) as key
    from ledger.application as application
    inner join private.name as name on name.name_no = application.name_no
),

counting as (
    select batch_no, 'centre' as side, batch_no as said_no
    from tally.span
    where
        contest_no = 0
        and last_batch_no = 2147483647
        and batch_no > getvariable('base')::integer

    union all

    select
        subject_batch_no,
        'venue' as side,
        max(merge_batch.venue_no) as said_no
    from merge_line as line
    inner join merge_batch on merge_batch.centre_no = line.subject_batch_no
    where line.contest_no = 0 and merge_batch.is_new
    group by line.subject_batch_no
    having max_by(line.is_in_force, line.venue_no)
),

listed_twice as (
    select
        venue.what,
        venue.key,
        max(here.said_no) filter (here.side = 'venue') as venue_batch_no,
        max(here.said_no) filter (here.side = 'centre') as centre_batch_no
    from listed as venue
    inner join counting as here on here.batch_no = venue.batch_no
    group by venue.what, venue.key
    having count(distinct here.side) = 2
),

turned_twice as (
    select
        line.subject_batch_no,
        max(line.venue_no) as venue_batch_no,
        max(ours.batch_no) as centre_batch_no
    from merge_line as line
    inner join ledger.force as ours
        on ours.contest_no = 0
        and ours.subject_batch_no = line.subject_batch_no
        and ours.batch_no > getvariable('base')::integer
        and ours.batch_no < getvariable('as_of')::integer
    where
        line.contest_no = 0
        and line.is_new
        and line.subject_batch_no <= getvariable('base')::integer
    group by line.subject_batch_no
),

erased as (
    -- one side has destroyed a name, the other has it in a sheet written since the copy
    select
        if(ours.batch_no is null, 'erased', 'erased_there') as kind,
        erasure.contest_no,
        erasure.entry_no,
        max(coalesce(theirs.venue_no, act.venue_no)) as venue_batch_no,
        max(coalesce(ours.batch_no, erasure.batch_no)) as centre_batch_no
    from ledger.decision as erasure
    left join merge_batch as act
        on act.centre_no = erasure.batch_no
        and act.is_new
    inner join ledger.entry_fact as member
        on member.contest_no = erasure.contest_no
        and member.entry_no = erasure.entry_no
    inner join private.name as name on name.name_no = member.name_no
    left join merge_batch as theirs
        on theirs.centre_no = member.batch_no
        and theirs.is_new
    left join ledger.batch as ours
        on ours.batch_no = member.batch_no
        and ours.batch_no > getvariable('base')::integer
    where
        erasure.kind = 'erase'
        and erasure.batch_no > getvariable('base')::integer
        and (
            (act.venue_no is null and theirs.venue_no is not null)
            or (act.venue_no is not null and ours.batch_no is not null)
        )
    group by ours.batch_no is null, erasure.contest_no, erasure.entry_no
),

person as (
    select
        upper(trim(member.person)) as person,
        member.batch_no,
        score.folded_name(name.name) as folded,
        name.name,
        merge_batch.venue_no
    from ledger.entry_fact as member
    inner join private.name as name on name.name_no = member.name_no
    left join merge_batch on merge_batch.centre_no = member.batch_no
    where
        member.person is not null
        and member.batch_no > getvariable('base')::integer
        and coalesce(merge_batch.is_new, true)
),

person_twice as (
    select
        venue.person,
        any_value(venue.name) as venue,
        any_value(centre.name) as centre,
        max(venue.venue_no) as venue_batch_no,
        max(centre.batch_no) as centre_batch_no
    from person as venue
    inner join person as centre
        on centre.person = venue.person
        and centre.venue_no is null
        and centre.folded <> venue.folded
    where venue.venue_no is not null
    group by venue.person
),

unknown_ruleset as (
    select
        packed.ruleset,
        packed.ruleset_hash,
        min(packed.batch_no) as venue_batch_no,
        any_value(here.ruleset_hash) as here_hash
    from pack_ledger_ruleset as packed
    anti join ref.ruleset as known on known.ruleset_hash = packed.ruleset_hash
    left join ref.ruleset as here on here.ruleset = packed.ruleset
    group by packed.ruleset, packed.ruleset_hash
),

clock_of_package as (
    select $exported_at::timestamptz as exported_at
    where $exported_at::timestamptz > $now::timestamptz + interval 5 minute
),

clock as (
    select
        packed.batch_no,
        packed.recorded_at,
        coalesce(
            lag(packed.recorded_at) over (order by packed.batch_no),
            base.recorded_at
        ) as before_at
    from pack_ledger_batch as packed
    left join ledger.batch as base on base.batch_no = getvariable('base')::integer
    where
        packed.batch_no in (select venue_no from merge_batch where is_new)
),

conflict as (
    select
        'both_changed' as kind,
        contested.contest_no,
        null as entry_no,
        null as what,
        venue.what as venue,
        centre.what as centre,
        venue.said_no as venue_batch_no,
        centre.said_no as centre_batch_no,
        true as is_answerable,
        false as is_note,
        1 as ord
    from merge_contested as contested
    inner join changed as venue
        on venue.contest_no = contested.contest_no
        and venue.side = 'venue'
    inner join changed as centre
        on centre.contest_no = contested.contest_no
        and centre.side = 'centre'

    union all

    select
        kind,
        contest_no,
        entry_no,
        what,
        venue,
        centre,
        venue_batch_no,
        centre_batch_no,
        true as is_answerable,
        false as is_note,
        2 as ord
    from twice

    union all

    select
        'clock' as kind,
        null as contest_no,
        null as entry_no,
        case
            when recorded_at > $now::timestamptz + interval 5 minute then 'ahead of ours'
            when recorded_at > $exported_at::timestamptz then 'later than its package'
            else 'earlier than the batch before it'
        end as what,
        strftime(timezone('UTC', recorded_at), '%Y-%m-%dT%H:%M:%SZ') as venue,
        case
            when recorded_at > $now::timestamptz + interval 5 minute
                then strftime(timezone('UTC', $now::timestamptz), '%Y-%m-%dT%H:%M:%SZ')
            when recorded_at > $exported_at::timestamptz
                then strftime(timezone('UTC', $exported_at::timestamptz), '%Y-%m-%dT%H:%M:%SZ')
            else strftime(timezone('UTC', before_at), '%Y-%m-%dT%H:%M:%SZ')
        end as centre,
        batch_no as venue_batch_no,
        null as centre_batch_no,
        true as is_answerable,
        false as is_note,
        3 as ord
    from clock
    where
        recorded_at > $now::timestamptz + interval 5 minute
        or recorded_at > $exported_at::timestamptz
        or recorded_at < before_at

    union all

    select
        'clock' as kind,
        null as contest_no,
        null as entry_no,
        'package, ahead of ours' as what,
        strftime(timezone('UTC', exported_at), '%Y-%m-%dT%H:%M:%SZ') as venue,
        strftime(timezone('UTC', $now::timestamptz), '%Y-%m-%dT%H:%M:%SZ') as centre,
        null as venue_batch_no,
        null as centre_batch_no,
        true as is_answerable,
        false as is_note,
        3 as ord
    from clock_of_package

    union all

    select
        'listed_twice' as kind,
        null as contest_no,
        null as entry_no,
        concat_ws(' ', what, key) as what,
        null as venue,
        null as centre,
        venue_batch_no,
        centre_batch_no,
        false as is_answerable,
        false as is_note,
        4 as ord
    from listed_twice

    union all

    select
        'turned_twice' as kind,
        null as contest_no,
        null as entry_no,
        concat('batch ', subject_batch_no) as what,
        null as venue,
        null as centre,
        venue_batch_no,
        centre_batch_no,
        false as is_answerable,
        false as is_note,
        5 as ord
    from turned_twice

    union all

    select
        kind,
        contest_no,
        entry_no,
        null as what,
        null as venue,
        null as centre,
        venue_batch_no,
        centre_batch_no,
        false as is_answerable,
        false as is_note,
        6 as ord
    from erased

    union all

    select
        'ruleset_unknown' as kind,
        null as contest_no,
        null as entry_no,
        ruleset as what,
        left(ruleset_hash, 12) as venue,
        left(here_hash, 12) as centre,
        venue_batch_no,
        null as centre_batch_no,
        false as is_answerable,
        false as is_note,
        7 as ord
    from unknown_ruleset

    union all

    select
        'person_differs' as kind,
        null as contest_no,
        null as entry_no,
        person as what,
        venue,
        centre,
        venue_batch_no,
        centre_batch_no,
        false as is_answerable,
        true as is_note,
        8 as ord
    from person_twice
)

select
    conflict.kind,
    registry.contest,
    entry.entry,
    conflict.what,
    conflict.venue,
    conflict.centre,
    conflict.venue_batch_no,
    conflict.centre_batch_no,
    conflict.is_answerable,
    conflict.is_note
from conflict
left join ledger.contest as registry on registry.contest_no = conflict.contest_no
left join ledger.entry as entry
    on entry.contest_no = conflict.contest_no
    and entry.entry_no = conflict.entry_no
order by
    conflict.ord,
    registry.contest nulls first,
    entry.entry nulls first,
    conflict.what nulls first,
    conflict.venue_batch_no,
    conflict.centre_batch_no
