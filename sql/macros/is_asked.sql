-- fact.is_asked(contest_no): whether the question may be about this contest. A question about one
-- event sets the numbers between which its contests lie (Reader.between): views that gather a whole
-- event then look no other up. Both are constants when a question is planned, so the range reaches
-- every scan; unset, it leaves all. The question itself still says which event it means.
-- source: LEDGER "Reading" (ranges of contest_no prune)

create or replace macro fact.is_asked(contest_no) as
    contest_no between
        coalesce(getvariable('first_contest')::integer, -2147483648)
        and coalesce(getvariable('last_contest')::integer, 2147483647);
