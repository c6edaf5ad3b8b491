-- score.short_name: a full name as the public reads it where it is shortened: the first word whole,
-- of every further word, and of every part between hyphens, the first letter and a full stop
-- ("Сейтова Әлия Маратқызы" is "Сейтова Ә. М.", "Ким Анна-Мария" is "Ким А.-М."). A single word
-- stays as it is. No patterns: they are prepared anew for each reader and cost more than the names.
-- source: docs/personal.md (minors' names in public)

create or replace macro score.short_name(name) as
    list_transform(
        [
            list_filter(
                string_split(
                    translate(
                        replace(translate(nfc_normalize(name), '‐‑‒–—', '-----'), '.-', '-'),
                        chr(9) || chr(10) || chr(13) || chr(160) || chr(8194) || chr(8195)
                        || chr(8201) || chr(8203) || chr(8239) || chr(12288) || chr(65279)
                        || '.,;:/\|()[]{}<>«»„“”"*_+=~&•…',
                        repeat(' ', 60)
                    ),
                    ' '
                ),
                lambda word: trim(word, '-''’ʼ`') <> ''
            )
        ],
        lambda words: if(
            coalesce(len(words) < 2, true),
            name,
            array_to_string(
                list_concat(
                    [trim(words[1], '-')],
                    list_transform(
                        words[2:],
                        lambda word: array_to_string(
                            list_transform(
                                list_filter(
                                    string_split(word, '-'),
                                    lambda part: trim(part, '''’ʼ`') <> ''
                                ),
                                lambda part: left(trim(part, '''’ʼ`'), 1) || '.'
                            ),
                            '-'
                        )
                    )
                ),
                ' '
            )
        )
    )[1];
