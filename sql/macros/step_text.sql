-- score.step_text: a sentence of ref.selection_word with its numbers filled in; points with the
-- decimal sign of the language and no more decimals than they have.
-- source: CONTRACTS "Time and numbers"

create or replace macro score.step_text(words, points, line, total, place, number, missing, sign) as
    replace(
        replace(
            replace(
                replace(
                    replace(
                        replace(words, '{points}', score.step_number(points, sign)),
                        '{line}', score.step_number(line, sign)
                    ),
                    '{total}', score.step_number(total, sign)
                ),
                '{place}', coalesce(place::varchar, '–')
            ),
            '{number}', coalesce(number::varchar, '–')
        ),
        '{missing}', coalesce(missing, '–')
    );
