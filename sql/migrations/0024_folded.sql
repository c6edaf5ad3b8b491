-- A name folded for comparing, kept beside the name: to fold the 18,000 names of a national season
-- anew for each question takes as long as all the rest of it. It is erased with the name. Names of
-- former versions are folded here, as score.folded_name folds them; `verify` compares.
-- Only what DuckLake has too.

alter table private.name add column folded varchar;

update private.name
set folded = trim(
    array_to_string(
        list_sort(
            string_split(translate(lower(nfc_normalize(name)), 'ё., ' || chr(9), 'е    '), ' ')
        ),
        ' '
    )
);
