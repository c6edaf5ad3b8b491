"""A picture of every screen in Kazakh, to look through: ``shots/``, which is not committed."""

import pytest

from kasipkor_core import house
from kasipkor_core.palette import colours
from tests.browser import screens
from tests.browser.pictures import count_colours, name_picture, take_whole

pytestmark = pytest.mark.browser

FOLDER = house.ROOT / "shots"
WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
FEW_COLOURS = 40  # a page with a title only has more


_HAS_PAGE_COLOUR = """colour => getComputedStyle(document.documentElement)
    .getPropertyValue('--k-page').trim() === colour"""  # the theme has come back from the server


def shoot(site, window, paths, *, widths=WIDTHS, schemes=SCHEMES):
    """Write the pictures; return them and those that show next to nothing."""
    page, taken = window(), []
    page.set_default_timeout(60_000)
    for path in paths:
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            site.open(page, path)
            page.wait_for_function(_HAS_PAGE_COLOUR, arg=colours(scheme).page)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                picture = FOLDER / f"{name_picture(path)}.{width}.{scheme}.png"
                taken.append(take_whole(page, picture))
    return taken, [picture.name for picture in taken if count_colours(picture) < FEW_COLOURS]


def test_the_first_screen_has_its_picture(site, window):
    taken, bare = shoot(site, window, ["/"], widths=(390,))

    assert ([picture.name for picture in taken], bare) == (
        ["overview.390.light.png", "overview.390.dark.png"],
        [],
    )


@pytest.mark.long
def test_every_screen_of_the_season_has_its_picture_on_desk_and_phone_in_both_themes(
    season_site, window
):
    paths = screens.list_paths(screens.SEASON)
    taken, bare = shoot(season_site, window, paths)

    assert bare == []
    assert len({picture.name for picture in taken}) == len(paths) * 4
