-- score.is_short: whether the public reads a member's name short: naming is what was decided of the
-- entry (short, minors; null: full), is_minor what is known of the member (null: nothing).
-- source: docs/personal.md (minors' names in public)

create or replace macro score.is_short(naming, is_minor) as
    coalesce(naming = 'short' or (naming = 'minors' and is_minor), false);
