-- score.next_level: the level above; null above the international one.
-- source: rulebook WS-04; CONTRACTS "Words"

create or replace macro score.next_level(level) as
    case level
        when 'college' then 'oblast'
        when 'oblast' then 'republic'
        when 'republic' then 'international'
    end;
