-- score.folded: words that a person would read as the same become the same: no case, no signs, no
-- look-alike letters.
-- source: STYLE "Known traps"; the twin of kasipkor_core/sheets/fold.py, for words of rulesets

create or replace macro score.folded(words) as
    trim(regexp_replace(
        translate(lower(words), 'aceopxykmtbhiəɵё', 'асеорхукмтвніәөе'), '[^\pL\pN]+', ' ', 'g'
    ));
