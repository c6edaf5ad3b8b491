"""What the tables of a ruleset file have in common."""

from decimal import Decimal
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, field_validator

_MOST_POINTS = 1_000_000
_MOST_WHOLE = 2**31


class Keys(BaseModel):
    """A table of a ruleset file: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    DECIMALS: ClassVar[int] = 3

    @field_validator("*")
    @classmethod
    def refuse_numbers_without_room(cls, value: object) -> object:
        """Refuse a number that the tables of the rules have no room for."""
        if isinstance(value, Decimal):
            if abs(value) >= _MOST_POINTS:
                raise ValueError("a number must be less than 1000000")
            if value != round(value, cls.DECIMALS):
                raise ValueError(f"a number has at most {cls.DECIMALS} decimals")
        elif isinstance(value, int) and abs(value) >= _MOST_WHOLE:
            raise ValueError("the number is too great")
        return value


class Label(Keys):
    """A name in the three languages."""

    kk: str
    ru: str
    en: str
