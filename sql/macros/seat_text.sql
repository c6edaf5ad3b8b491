-- score.seat_text: a sentence of ref.seat_word with its numbers filled in; marks with the decimal
-- sign of the language.
-- source: rulebook WS-10, EX-04 (the message)

create or replace macro score.seat_text(text, place, mark, maximum, seats_left, persons, sign) as
    replace(
        replace(
            replace(
                replace(
                    replace(text, '{place}', coalesce(place::varchar, '–')),
                    '{mark}', coalesce(replace(mark::varchar, '.', sign), '–')
                ),
                '{maximum}', coalesce(maximum::varchar, '–')
            ),
            '{left}', coalesce(seats_left::varchar, '–')
        ),
        '{persons}', coalesce(persons::varchar, '–')
    );
