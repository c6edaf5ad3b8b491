-- traces: every row that carries the name of one person: a member of an entry, in all of its sheets,
-- whoever people have said is the same person, the entry that went on from it or that it came from,
-- and applications in that name from the same place.
-- source: CONTRACTS "Ids" (persons, from_entry); score.person (who is whom is for people to say)

with recursive
own as (
    select
        member.name_no,
        score.folded_name(name.name) as folded
    from ledger.entry_fact as member
    inner join private.name as name on name.name_no = member.name_no
    where
        member.contest_no = $contest_no
        and member.entry_no = $entry_no
        and (
            $member::varchar is null
            or score.folded_name(name.name) = score.folded_name($member::varchar)
        )
),

whose as (
    select distinct person.person
    from score.person as person
    inner join own on own.name_no = person.name_no
),

known as (
    select
        person.contest_no,
        person.entry_no
    from score.person as person
    inner join whose on whose.person = person.person

    union

    select
        $contest_no as contest_no,
        $entry_no as entry_no
),

level as (
    select
        from_contest_no,
        from_entry_no,
        contest_no,
        entry_no
    from ledger.entry_origin

    union all

    select
        contest_no as from_contest_no,
        entry_no as from_entry_no,
        from_contest_no as contest_no,
        from_entry_no as entry_no
    from ledger.entry_origin
),

entry as (
    select
        contest_no,
        entry_no
    from known

    union

    select
        level.contest_no,
        level.entry_no
    from entry
    inner join level
        on level.from_contest_no = entry.contest_no
        and level.from_entry_no = entry.entry_no
),

trace as (
    select
        member.contest_no,
        member.entry_no,
        member.batch_no,
        member.name_no,
        name.name,
        member.region,
        member.organisation
    from entry
    inner join ledger.entry_fact as member
        on member.contest_no = entry.contest_no
        and member.entry_no = entry.entry_no
    inner join private.name as name on name.name_no = member.name_no
    where score.folded_name(name.name) in (select folded from own)
)

select
    trace.contest_no,
    trace.entry_no,
    contest.contest,
    registry.entry,
    null as application,
    trace.batch_no,
    trace.name_no,
    trace.name
from trace
inner join ledger.contest as contest on contest.contest_no = trace.contest_no
inner join ledger.entry as registry
    on registry.contest_no = trace.contest_no
    and registry.entry_no = trace.entry_no

union all

select
    application.contest_no,
    null as entry_no,
    null as contest,
    null as entry,
    application.no as application,
    application.batch_no,
    application.name_no,
    name.name
from ledger.application as application
inner join private.name as name on name.name_no = application.name_no
where
    exists (
        select trace.name_no
        from trace
        where
            score.folded_name(trace.name) = score.folded_name(name.name)
            and (
                trace.organisation = application.organisation
                or trace.region = application.region
            )
    )
order by all
