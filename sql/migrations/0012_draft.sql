-- What is being entered on screen and is not yet written: drafts, outside the chain. A draft counts
-- nowhere; written, it becomes a sheet like any other.

create table app.draft (
    actor varchar not null,
    kind varchar not null,           -- kind of the sheet it will become
    place varchar not null,          -- where in the season: contest, sub-criterion, judge, pass
    content varchar not null,        -- JSON
    saved_at timestamptz not null
);
