"""What the tables of a ruleset file have in common."""

from pydantic import BaseModel, ConfigDict


class Keys(BaseModel):
    """A table of a ruleset file: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Label(Keys):
    """A name in the three languages."""

    kk: str
    ru: str
    en: str
