-- score.searched: a name as it may be typed: Kazakh, Russian or Latin letters give the same text, so
-- that Алия, Aliya and Alia find Әлия.
-- source: issue of the screens, point 11; only for searching, never for telling persons apart

create or replace macro score.searched(words) as
    trim(regexp_replace(
        regexp_replace(
            replace(replace(replace(replace(replace(
                translate(
                    replace(replace(replace(replace(replace(replace(replace(
                        strip_accents(replace(replace(lower(words), 'ş', 'sh'), 'ч', 'ch')),
                        'щ', 'sh'), 'ш', 'sh'), 'ц', 's'), 'ю', 'iu'), 'я', 'ia'), 'ё', 'e'), 'ъ', ''
                    ),
                    'аәбвгғдеєжзийікқлмнңоөпрстуұүфхһыэqyvwəıŋcь',
                    'aabvggdeejziiikklmnnooprstuuufhhiekivuainc'
                ),
                'zh', 'j'), 'kh', 'h'), 'gh', 'g'), 'ng', 'n'), 'dj', 'j'
            ),
            '[^a-z0-9]+', ' ', 'g'
        ),
        'i+', 'i', 'g'
    ));
