"""The index of the demonstration season: ``data/demo/season.toml``."""

import json

HEAD = """\
# The demonstration season, in the order it is loaded into an empty ledger.
# Written by `python -m tests.demo`; do not edit by hand.
#
# [season]   season, programme; note_kk, note_ru, note_en: what pages say about invented data.
# [[step]]   one act on the ledger, in order:
#   do       import    append a sheet: file (beside this index), kind, contest (where the sheet
#                      itself names none), replace (true: it takes the place of the sheet of that
#                      kind and contest with the same keys)
#            sign_off  the chief expert signs the contest as it stands
#            publish   contests: a list; as they stand they become public
#   actor, reason      who and why, as they stand in the ledger; people and logins are invented
#   invented           false only where a source is named
"""
NOTES = {
    "note_kk": "Көрсетілім маусымы: адамдар, колледждер мен бағалар ойдан шығарылған.",
    "note_ru": "Демонстрационный сезон: люди, колледжи и оценки вымышлены.",
    "note_en": "Demonstration season: people, colleges and marks are invented.",
    "note_real_kk": "Мұрағаттағы 2007 және 2011 жылғы халықаралық нәтижелер — шынайы.",
    "note_real_ru": "Архив международных результатов 2007 и 2011 годов — настоящий.",
    "note_real_en": "The archive of international results of 2007 and 2011 is real.",
}


def write_index(season):
    """Return the index as TOML."""
    lines = [HEAD, "[season]", "season = 2026", 'programme = "worldskills"', "invented = true"]
    lines += [_pair(key, text) for key, text in NOTES.items()]
    for step in season.steps:
        lines += ["", "[[step]]"]
        lines += [_pair(key, value) for key, value in step.items() if value is not None]
    return "\n".join(lines) + "\n"


def _pair(key, value):
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"
