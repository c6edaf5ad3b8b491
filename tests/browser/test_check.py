"""The check page in a real browser: a typed number, a phone's width, both themes, no violation."""

import pytest

from tests.browser.conftest import read_by_everybody

pytestmark = pytest.mark.browser


@pytest.mark.sampled
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_number_is_typed_and_answered_without_a_script_on_desk_and_phone(site, browser, scheme):
    for width in (1440, 390):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=False
        )
        page = context.new_page()
        page.goto(f"{site.address}/check")
        page.get_by_role("textbox").fill("abcd-efgh-jkmn")
        page.get_by_role("button", name="Тексеру").click()
        page.wait_for_url("**/check/ABCDEFGHJKMN?lang=kk")

        assert page.get_by_role("heading", level=1).inner_text() == "Мұндай құжат жоқ"
        context.close()


@pytest.mark.sampled
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_everybody_and_fits_a_phone(site, browser, scheme):
    paths = ("/check?lang=ru", "/check/ABCDEFGHJKMN?lang=kk")
    for page in read_by_everybody(browser, scheme, [site.address + path for path in paths]):
        assert page.evaluate("document.images[0].naturalWidth") > 0
