-- score.folded_name: a full name for comparing: small letters, one kind of blank and of the letter
-- е, the words in the order of their letters (surname first or last is the same name).
-- source: CONTRACTS "Ids" (persons are proposed from the normalised name). It is kept beside each
-- name (private.name): another way to fold is also a migration that folds them anew

create or replace macro score.folded_name(name) as
    trim(
        array_to_string(
            list_sort(
                string_split(translate(lower(nfc_normalize(name)), 'ё., ' || chr(9), 'е    '), ' ')
            ),
            ' '
        )
    );
