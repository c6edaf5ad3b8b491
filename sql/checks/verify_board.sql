-- verify_board: entries that a board shows otherwise than the facts in force say.
-- source: LEDGER "Reading" (fact.board follows what the snapshot names); posts, exams and selections
-- have views of their own and no board

with
shown as (
    select
        contest_no,
        contest,
        programme,
        season,
        level,
        ruleset_hash,
        is_archive,
        is_signed,
        is_complete,
        ranked,
        entry_no,
        entry,
        ord,
        name,
        region,
        organisation,
        members,
        is_guest,
        status
    from fact.board
),

counted as (
    select
        contest_no,
        bool_and(marks >= marks_expected and open_aspects = 0) as is_complete,
        count(place)::integer as ranked
    from fact.entry_total
    group by contest_no
),

said as (
    select
        entry.contest_no,
        contest.contest,
        described.programme,
        described.season,
        described.level,
        contest.ruleset_hash,
        contest.is_archive,
        contest.is_signed,
        counted.is_complete,
        counted.ranked,
        entry.entry_no,
        entry.entry,
        row_number() over (
            partition by entry.contest_no
            order by total.place nulls last, total.order_key desc nulls last, entry.entry
        )::integer as ord,
        entry.name,
        entry.region,
        entry.organisation,
        entry.members,
        entry.is_guest,
        entry.status
    from fact.entry as entry
    inner join score.sign_off as contest on contest.contest_no = entry.contest_no
    inner join ledger.contest_fact as described
        on described.contest_no = contest.contest_no
        and described.batch_no = contest.batch_no
    inner join fact.entry_total as total
        on total.contest_no = entry.contest_no
        and total.entry_no = entry.entry_no
    inner join counted on counted.contest_no = entry.contest_no
    inner join ref.ruleset as ruleset
        on ruleset.ruleset_hash = contest.ruleset_hash
        and ruleset.engine not in ('options', 'exam', 'funnel')
)

select distinct
    contest,
    entry_no
from (
    (from shown except from said)
    union all
    (from said except from shown)
) as difference
order by contest, entry_no
