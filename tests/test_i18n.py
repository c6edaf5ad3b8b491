"""Words and numbers in three languages."""

import datetime as dt
import re
import string
from decimal import Decimal
from functools import cache

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from kasipkor_core import house, i18n
from kasipkor_core.errors import NotFound
from tests import catalogue


def read_catalogue(lang):
    path = house.DATA / "locale" / lang / "LC_MESSAGES" / "kasipkor.po"
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=lang) if message.id]


@cache
def list_asked():
    """Return the sentences that the code asks for."""
    return frozenset({*catalogue.find_keys(), *(one for one, _ in catalogue.find_plurals())})


def fields_of(sentence):
    return {name.split(":")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}


def forms(message):
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(ids), tuple(said)


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_sentence_of_the_code_is_in_the_catalogue(lang):
    assert sorted(list_asked() - i18n.list_keys(lang) - {""}) == []


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_no_sentence_of_the_catalogue_is_idle_fuzzy_or_empty(lang):
    bad = [
        message.id
        for message in read_catalogue(lang)
        if message.fuzzy or not all(forms(message)[1]) or forms(message)[0][0] not in list_asked()
    ]

    assert bad == []


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_translation_names_the_same_values_as_its_key(lang):
    wrong = [
        ids[0]
        for ids, said in map(forms, read_catalogue(lang))
        if any(fields_of(form) != fields_of(ids[-1]) for form in said)
    ]

    assert wrong == []


def test_kazakh_and_russian_write_numbers_with_comma_and_narrow_space():
    written = [i18n.format_number(Decimal("-4218.425"), lang, 2) for lang in i18n.LANGS]

    assert written == ["−4\u202f218,43", "−4\u202f218,43", "−4,218.43"]


def test_points_have_two_decimals_and_a_mean_that_needs_thousandths_three():
    points = [Decimal("18.500"), Decimal("18.335"), Decimal(18), None]

    assert [i18n.format_points(one, "kk") for one in points] == ["18,50", "18,335", "18,00", ""]


def test_not_marked_is_written_as_nothing_and_never_as_zero():
    assert i18n.format_number(None, "kk", 2) == ""


def test_a_share_is_written_as_percent_in_the_form_of_the_language():
    assert [i18n.format_percent(0.98, lang) for lang in i18n.LANGS] == [
        "98\u00a0%",
        "98\u00a0%",
        "98%",
    ]


def test_dates_and_times_are_written_in_words_and_in_the_zone_of_contests():
    moment = dt.datetime(2026, 11, 24, 20, 5, 22, tzinfo=dt.UTC)

    assert (
        i18n.format_moment(moment, "kk"),
        i18n.format_date(moment.date(), "ru"),
        i18n.format_time(moment, seconds=True),
    ) == ("25\u00a0қараша\u00a02026, 01:05", "24\u00a0ноября", "01:05:22")


@pytest.mark.parametrize(
    ("number", "possessive", "genitive", "ablative"),
    [
        (1, "1-і", "1-дің", "1-ден"),
        (6, "6-сы", "6-ның", "6-дан"),
        (9, "9-ы", "9-дың", "9-дан"),
        (10, "10-ы", "10-ның", "10-нан"),
        (20, "20-сы", "20-ның", "20-дан"),
        (31, "31-і", "31-дің", "31-ден"),
        (40, "40-ы", "40-тың", "40-тан"),
        (100, "100-і", "100-дің", "100-ден"),
        (1000, "1\u202f000-ы", "1\u202f000-ның", "1\u202f000-нан"),
    ],
)
def test_a_kazakh_case_ending_follows_the_sound_of_the_numeral(
    number, possessive, genitive, ablative
):
    count = i18n.Count(number, "kk")

    assert (f"{count:possessive}", f"{count:genitive}", f"{count:ablative}") == (
        possessive,
        genitive,
        ablative,
    )


def test_russian_plurals_have_three_forms():
    said = [
        i18n.ntext("{n} batch, all in force", "{n} batches, all in force", number, "ru")
        for number in (1, 3, 11)
    ]

    assert said == ["1 пакет, действует", "3 пакета, все действуют", "11 пакетов, все действуют"]


def test_an_error_speaks_the_language_of_its_reader():
    error = NotFound("Batch {batch_no} has no file.", batch_no=41)

    assert [i18n.error_text(error, lang) for lang in i18n.LANGS] == [
        "41-буманың файлы жоқ.",
        "У пакета 41 нет файла.",
        "Batch 41 has no file.",
    ]


def test_kazakh_letters_stand_in_the_order_of_the_alphabet_and_not_after_the_last():
    names = ["Ясин", "Әлия", "Болат", "Қайрат", "Кәрім", "Алия", "Іңкәр", "Өмір", "Web", "Оспан"]

    assert sorted(names, key=i18n.sort_key) == [
        "Web", "Алия", "Әлия", "Болат", "Кәрім", "Қайрат", "Оспан", "Өмір", "Іңкәр", "Ясин",
    ]  # fmt: skip


_NAMES = r"\w*name|organisation|post|candidate|judge"
_BY_CODE = re.compile(
    rf"(?:sorted\(|\.sort\(|min\(|max\().*lambda.*(?<!sort_key\()row\[\"(?:{_NAMES})\"\]"
)


def test_no_screen_and_no_read_sorts_names_by_the_codes_of_their_letters():
    folders = (house.ROOT / "kasipkor_core" / name for name in ("ui", "charts"))
    files = [file for folder in folders for file in folder.glob("*.py")]
    code = [
        (file.name, line.strip())
        for file in files
        for line in re.sub(r"\n\s+", " ", file.read_text(encoding="utf-8")).splitlines()
        if _BY_CODE.search(re.sub(r"(?:str|escape)\(", "", line.split(" def ")[0]))
    ]
    orders = {
        file.name: re.findall(r"order by ([^;)]+)", file.read_text(encoding="utf-8"))
        for file in (house.SQL / "reads").glob("*.sql")
    }
    bare = re.compile(r"\b(?:\w*name|organisation|post)\b(?! collate kk)")
    read = {name for name, found in orders.items() if any(bare.search(one) for one in found)}

    assert (code, read) == ([], set())


@given(st.integers(min_value=0, max_value=10**7), st.sampled_from(i18n.LANGS))
def test_a_whole_number_is_read_back_from_what_was_written(number, lang):
    written = i18n.format_number(number, lang)

    assert int("".join(sign for sign in written if sign.isdigit())) == number
