-- score.seat_within: whether an entry lies within so many persons: in, hold or out.
-- source: rulebook WS-10: cumulated persons count all peers of a tie; a tie or a team that crosses
-- the line waits

create or replace macro score.seat_within(cumulated, tied_persons, maximum) as
    case
        when cumulated <= maximum then 'in'
        when cumulated - tied_persons >= maximum then 'out'
        else 'hold'
    end;
