"""Writes data/reference/days_off.csv from the package ``holidays``: ``python -m tests.days``."""

import csv
import io
import re
from pathlib import Path

import holidays

FILE = Path(__file__).parents[1] / "data" / "reference" / "days_off.csv"
YEARS = range(2015, 2036)
HEADER = ("day", "kind", "name_kk", "name_ru", "name_en")
RUSSIAN = {
    "New Year's Day": "Новый год",
    "Orthodox Christmas": "Православное Рождество",
    "International Women's Day": "Международный женский день",
    "Nowruz Holiday": "Наурыз мейрамы",
    "Kazakhstan's People Solidarity Holiday": "Праздник единства народа Казахстана",
    "Kazakhstan People's Unity Day": "Праздник единства народа Казахстана",
    "Defender of the Fatherland Day": "День защитника Отечества",
    "Victory Day": "День Победы",
    "Eid al-Adha": "Курбан-айт",
    "Capital Day": "День столицы",
    "Capital City Day": "День столицы",
    "Constitution Day": "День Конституции",
    "Republic Day": "День Республики",
    "First President Day": "День Первого Президента",
    "Independence Day": "День Независимости",
}
WORKING = ("Жұмыс күніне ауыстырылған демалыс", "Рабочий день вместо выходного", "Working weekend")
SUBSTITUTED = re.compile(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)")


def name_in_russian(english):
    """Return the Russian name of a day off, its transfer or its estimate included."""
    moved = SUBSTITUTED.fullmatch(english)
    if moved:
        month, day, year = moved.groups()
        return f"Выходной день (перенесён с {day}.{month}.{year})"
    parts = [part.split(" (")[0] for part in english.split("; ")]
    note = " (перенос)" if "observed" in english else ""
    return "; ".join(f"{RUSSIAN[part]}{note}" for part in parts)


def list_days():
    """Return the rows of the file, by day: days off, and weekends that are worked."""
    english = holidays.country_holidays("KZ", years=YEARS, language="en_US")
    kazakh = holidays.country_holidays("KZ", years=YEARS, language="kk")
    rows = [
        (day.isoformat(), "off", kazakh[day], name_in_russian(name), name)
        for day, name in english.items()
    ]
    rows += [(day.isoformat(), "working", *WORKING) for day in english.weekend_workdays]
    return sorted(rows)


def write_days():
    """Return the text of the file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(list_days())
    return text.getvalue()


if __name__ == "__main__":
    FILE.write_text(write_days(), encoding="utf-8")
