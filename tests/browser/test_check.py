"""The check page in a real browser: a typed number, a phone's width, both themes, no violation."""

import pytest
from axe_playwright_python.sync_playwright import Axe

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
    for width in (1440, 390):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        for path in ("/check?lang=ru", "/check/ABCDEFGHJKMN?lang=kk"):
            page.goto(site.address + path)
            broken = Axe().run(page).response["violations"]

            assert [one["id"] for one in broken] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.evaluate("document.images[0].naturalWidth") > 0
        context.close()
