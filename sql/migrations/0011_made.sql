-- What was made from which files, so that a start need not make it again.

create table app.made (
    part varchar not null,           -- views
    files_md5 varchar not null,      -- of the files it was made from
    catalogue_md5 varchar not null   -- of what stood in the database afterwards
);
