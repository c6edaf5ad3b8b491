-- fact.last_seen: the last batch number a reader sees of a contest, given up to where it is
-- published (null: not at all); unset variables, other audiences and unpublished contests: null.
-- source: LEDGER "Reading" (least(null, 5) is 5: the case keeps the unpublished from the public)

create or replace macro fact.last_seen(published_batch_no) as
    case getvariable('audience')::varchar
        when 'staff' then getvariable('as_of')::integer
        when 'public' then case
            when published_batch_no is not null
                then least(published_batch_no, getvariable('as_of')::integer)
        end
    end;
