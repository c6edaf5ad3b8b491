-- fact.last_seen: the last batch number a reader sees of a contest, given up to where it is
-- published (null: not at all); unset variables, other audiences and unpublished contests: null.
-- Staff of one region or contest (the variable scope) sees all others as the public does.
-- source: LEDGER "Reading" (least(null, 5) is 5: the case keeps the unpublished from the public)

create or replace macro fact.last_seen(contest_no, published_batch_no) as
    case
        when fact.is_staff_of(contest_no) then getvariable('as_of')::integer
        when getvariable('audience')::varchar in ('staff', 'public') then case
            when published_batch_no is not null
                then least(published_batch_no, getvariable('as_of')::integer)
        end
    end;
