"""Invented people and colleges: Kazakh names whose endings agree with the bearer."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
MEN, WOMEN = NAMES["men"], NAMES["women"]
STEMS, FATHERS, PLAIN = NAMES["stems"], NAMES["fathers"], NAMES["plain"]
OTHERS = (
    (("Ковальчук", "Шмидт", "Литвиненко", "Мельник"), ("Артём", "Данил"), ("Дарья", "Алина")),
    (("Юсупов", "Рахимов", "Туляганов"), ("Тимур", "Азамат"), ("Камила", "Диана")),
)

COLLEGES = {
    "digital": ("{city} цифрлық технологиялар колледжі", "{city} политехникалық колледжі"),
    "engineering": ("{city} индустриялық-технологиялық колледжі", "{city} көлік колледжі"),
    "building": ("{city} құрылыс колледжі", "{city} политехникалық колледжі"),
    "service": ("{city} қызмет көрсету және туризм колледжі", "{city} өнер және дизайн колледжі"),
    "kitchen": ("{city} тамақ өнеркәсібі колледжі", "{city} қызмет көрсету және туризм колледжі"),
    "care": ("{city} медицина колледжі", "{city} гуманитарлық колледжі"),
}


@dataclass
class People:
    """Hands out invented names; no name is given twice."""

    rng: Random
    given: set[str]

    def name(self, *, woman: bool | None = None) -> str:
        """Return "Surname Given name", the surname in the bearer's form."""
        while True:
            is_woman = self.rng.random() < 0.5 if woman is None else woman
            name = self._invent(is_woman=is_woman)
            if name not in self.given:
                self.given.add(name)
                return name

    def _invent(self, *, is_woman: bool) -> str:
        style = self.rng.random()
        first = pick(self.rng, WOMEN if is_woman else MEN)
        if style < 0.62:
            return f"{pick(self.rng, STEMS)}{'а' if is_woman else ''} {first}"
        if style < 0.80:
            return f"{pick(self.rng, FATHERS)}{'қызы' if is_woman else 'ұлы'} {first}"
        if style < 0.93:
            return f"{pick(self.rng, PLAIN)} {first}"
        surnames, men, women = pick(self.rng, OTHERS)
        surname = pick(self.rng, surnames)
        ending = "а" if is_woman and surname.endswith(("ов", "ев", "ин")) else ""
        return f"{surname}{ending} {pick(self.rng, women if is_woman else men)}"


def pick(rng, things):
    """Return one of the things; the same one for the same seed on every Python."""
    return things[int(rng.random() * len(things))]


def mix(rng, things):
    """Return the things in another order."""
    return [thing for _, _, thing in sorted((rng.random(), i, t) for i, t in enumerate(things))]
