"""The colours of UI.md 2, by role; the Streamlit theme has the same values."""

from dataclasses import asdict, dataclass
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """One theme's colours by what they are for, as ``#RRGGBB``."""

    page: str
    wash: str
    ink: str
    mute: str
    faint: str
    line: str
    grid: str
    link: str
    sky: str
    gold: str
    gold_text: str
    act: str
    act_text: str
    empty: str
    wait_wash: str
    wait_text: str
    met_wash: str
    error_wash: str
    error_text: str
    shares: tuple[str, ...]
    gaps: tuple[str, ...]  # ten classes of a gap to the target, the lowest first


_LIGHT = Palette(
    page="#FFFFFF",
    wash="#F2F7FA",
    ink="#0A1A24",
    mute="#4A5F6B",
    faint="#8796A0",
    line="#D5E0E7",
    grid="#E4ECF1",
    link="#006E8A",
    sky="#0086A6",
    gold="#B07A00",
    gold_text="#8A5F00",
    act="#C4472B",
    act_text="#A23318",
    empty="#EDF2F5",
    wait_wash="#FFF4CC",
    wait_text="#775200",
    met_wash="#BFE6F0",
    error_wash="#FDEBE5",
    error_text="#A23318",
    shares=("#EAF5F9", "#C9E6EF", "#9BD2E2", "#5CB4CC", "#1A8CAB"),
    gaps=(
        *("#8F2D12", "#B5492B", "#D47455", "#EBA68E", "#F7D9CE"),
        *("#D3ECF3", "#97D0E1", "#4FAFC9", "#007894", "#00495E"),
    ),
)
_DARK = Palette(
    page="#0C1A22",
    wash="#142832",
    ink="#E8F1F5",
    mute="#A9BCC6",
    faint="#7C909B",
    line="#2B4552",
    grid="#203944",
    link="#3CC4DE",
    sky="#3CC4DE",
    gold="#FEC50C",
    gold_text="#FEC50C",
    act="#FF8A66",
    act_text="#FFB299",
    empty="#1C333E",
    wait_wash="#3A3110",
    wait_text="#FFD95C",
    met_wash="#154B5D",
    error_wash="#43241A",
    error_text="#FFB299",
    shares=("#153543", "#154B5D", "#12667E", "#1688A5", "#3CC4DE"),
    gaps=(
        *("#FF9B7A", "#E67F5E", "#A9543B", "#7E4433", "#4F342C"),
        *("#1F4350", "#1B5568", "#1E7389", "#3CABC8", "#7ED8EC"),
    ),
)
AWARD_FILLS = {
    "gold": "#FEC50C",
    "silver": "#CBD5DB",
    "bronze": "#E3B48C",
    "medallion": "#BFE6F0",
    "winner": "#FEC50C",
    "prize_2": "#CBD5DB",
    "prize_3": "#E3B48C",
    "laureate": "#BFE6F0",
    "nominee": "#BFE6F0",
    "certificate": "#BFE6F0",
}
AWARD_INK = "#0A1A24"


def colours(theme: Theme) -> Palette:
    """Return the colours of a theme."""
    return _DARK if theme == "dark" else _LIGHT


def write_values(theme: Theme, prefix: str = "--k-") -> str:
    """Return a theme's colours as the values of a style sheet: ``--k-gold-text:#8A5F00;…``."""
    return "".join(
        f"{prefix}{name.replace('_', '-')}:{value};"
        for name, value in asdict(colours(theme)).items()
        if isinstance(value, str)
    )
