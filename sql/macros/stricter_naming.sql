-- score.stricter_naming: which of two things said about names in public leaves fewer of them in full:
-- short, minors, full; null: nothing was said.
-- source: docs/personal.md (minors' names in public)

create or replace macro score.stricter_naming(one, other) as
    case
        when 'short' in (one, other) then 'short'
        when 'minors' in (one, other) then 'minors'
        else coalesce(one, other)
    end;
