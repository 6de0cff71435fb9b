"""The explorable map: by keyboard, by filters, by search, by position, without scripts, framed."""

from __future__ import annotations

import gzip
import http.server
import threading
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from shapely import Point, get_coordinates

from panorama.maps.ground import projected
from tests.browser.axe import violations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Geolocation, Page, Request

LANGUAGES = ["", "nl/"]
BUDGET = 150_000  # bytes, compressed, before anything is done on the page
CUREGHEM: Geolocation = {"latitude": 50.8366, "longitude": 4.3251, "accuracy": 20}
LEUVEN: Geolocation = {"latitude": 50.8798, "longitude": 4.7005, "accuracy": 20}
MAROLLES = "quartiers/raq-marolles/"
# What the map shows and what the list says, by record and scheme.
SHOWN = """() => {
  const stage = document.querySelector("#map-stage").getBoundingClientRect();
  const isIn = (link) => {
    const box = link.querySelector(".map-shape").getBoundingClientRect();
    return box.width && box.right > stage.left && box.left < stage.right
      && box.bottom > stage.top && box.top < stage.bottom;
  };
  const key = (one) => `${one.dataset.record} ${one.dataset.device}`;
  const links = [...document.querySelectorAll("#map-stage svg a[data-record]")].filter(isIn);
  const items = [...document.querySelectorAll(".explore__index li[data-record]")];
  return [links.map(key).sort(), items.filter((one) => one.checkVisibility()).map(key).sort()];
}"""
FOCUSED = "document.activeElement.dataset.record"
PROJECT_HERE = """async ([lon, lat]) => {
  const script = document.querySelector("script[src*=explore]").src;
  const { lambert } = await import(new URL("ground.js", script));
  return lambert(lon, lat);
}"""


@pytest.fixture
def map_page(page: Page) -> Page:
    """The map in French, at rest."""
    page.emulate_media(reduced_motion="reduce")
    page.goto("map/")
    page.locator(".explore--live").wait_for()
    return page


def asked(page: Page) -> dict[str, list[str]]:
    """The choice in the address."""
    return parse_qs(urlsplit(page.url).query)


def test_the_list_says_what_the_map_shows(map_page: Page) -> None:
    links, items = map_page.evaluate(SHOWN)
    assert links == items
    assert len(items) == 51
    map_page.get_by_role("checkbox", name="RAQ").uncheck()
    map_page.get_by_text("Filtres", exact=True).click()
    map_page.get_by_role("checkbox", name="bassins").uncheck()
    links, items = map_page.evaluate(SHOWN)
    assert links == items
    assert not [one for one in items if one.endswith((" raq", " cpps"))]
    expect(map_page.locator("#map-status")).to_contain_text(f"{len(items)} lieux")


def test_what_leaves_the_view_leaves_the_list(map_page: Page) -> None:
    for _ in range(4):
        map_page.locator("[data-do=in]").click()
    links, items = map_page.evaluate(SHOWN)
    assert set(items) <= set(links) | {"devices/ces/ ces"}  # its band runs around the view
    assert "communes/uccle/ " not in items
    assert "communes/bruxelles/ " in items
    map_page.locator("[data-do=reset]").click()
    assert len(map_page.evaluate(SHOWN)[1]) == 51


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_live_in_the_address_and_in_the_history(page: Page, language: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{language}map/?device=raq&device=chw&commune=anderlecht")
    boxes = page.locator("input[name=device]")
    assert boxes.evaluate_all("all => all.filter(one => one.checked).map(one => one.value)") == [
        "raq",
        "chw",
    ]
    items = page.evaluate(SHOWN)[1]
    assert "quartiers/raq-cureghem-bara-rosee/ raq" in items
    assert "quartiers/raq-marolles/ raq" not in items
    page.locator("input[value=raq]").uncheck()
    assert asked(page) == {"device": ["chw"], "commune": ["anderlecht"]}
    assert str(page.locator("#map-directory").get_attribute("href")).endswith(
        "?device=chw&commune=anderlecht"
    )
    page.go_back()
    expect(page.locator("input[value=raq]")).to_be_checked()
    page.go_forward()
    expect(page.locator("input[value=raq]")).not_to_be_checked()
    page.reload()
    expect(page.locator("input[value=raq]")).not_to_be_checked()
    page.locator("#map-tools button[type=reset]").click()
    assert asked(page) == {}


def test_the_directory_leads_to_the_map_with_its_filters(page: Page) -> None:
    page.goto("organisations/?device=raq&commune=anderlecht&role=host")
    page.locator("#filter-map").click()
    assert asked(page) == {"device": ["raq"], "commune": ["anderlecht"]}


def test_tab_walks_over_the_areas_and_enter_says_who_works_there(map_page: Page) -> None:
    links = map_page.locator(".map-areas a:not([hidden])")
    links.first.focus()
    records = links.evaluate_all("all => all.map(one => one.dataset.record)")
    for record in records[:5]:
        assert map_page.evaluate(FOCUSED) == record
        map_page.keyboard.press("Tab")
    map_page.locator(f'.map-areas a[data-record="{MAROLLES}"]').focus()
    map_page.keyboard.press("Enter")
    panel = map_page.get_by_role("region", name="RAQ n° 10 Marolles")
    expect(panel).to_be_visible()
    assert map_page.evaluate("document.activeElement.id") == "map-panel-title"
    hrefs = panel.get_by_role("link").evaluate_all("all => all.map(one => one.pathname)")
    assert {f"/{MAROLLES}", "/devices/raq/", "/devices/cpps/", "/communes/bruxelles/"} <= set(hrefs)
    assert [href for href in hrefs if href.startswith("/organisations/")]
    assert asked(map_page) == {"place": [MAROLLES]}
    map_page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert map_page.evaluate(FOCUSED) == MAROLLES
    assert asked(map_page) == {}


def test_a_commune_has_everything_within_it(map_page: Page) -> None:
    map_page.goto("map/?place=communes/anderlecht/")
    found = map_page.locator(".explore__found li")
    assert found.count() == 6
    assert "STEK-Peterbos" in found.last.inner_text()
    map_page.locator("[data-do=close]").click()
    expect(map_page.locator("#map-panel")).to_be_hidden()


def test_keys_zoom_and_move_but_leave_the_page_its_arrows(map_page: Page) -> None:
    box = "document.querySelector('#map-stage svg').getAttribute('viewBox')"
    start = map_page.evaluate(box)
    map_page.locator(".map-areas a").first.focus()
    map_page.keyboard.press("ArrowDown")
    assert map_page.evaluate(box) == start
    seen = [start]
    for key in ("+", "+", "ArrowRight", "ArrowDown", "-"):
        map_page.keyboard.press(key)
        seen.append(map_page.evaluate(box))
    assert len(set(seen)) == 6
    map_page.keyboard.press("0")
    assert map_page.evaluate(box) == start


def test_a_drag_moves_the_map_and_is_no_click(map_page: Page) -> None:
    map_page.locator("[data-do=in]").click()
    stage = map_page.locator("#map-stage")
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    view = "document.querySelector('#map-stage svg').getAttribute('viewBox')"
    start = map_page.evaluate(view)
    map_page.mouse.move(x, y)
    map_page.mouse.down()
    map_page.mouse.move(x - 60, y - 40, steps=4)
    assert map_page.locator(".explore__stage--moving").count() == 1
    map_page.mouse.up()
    assert map_page.evaluate(view) != start
    expect(map_page.locator("#map-panel")).to_be_hidden()
    map_page.mouse.click(x, y)
    expect(map_page.locator("#map-panel")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "typed", "title"),
    [
        ("", "1050", "Ixelles"),
        ("", "elsene", "Ixelles"),
        ("nl/", "saint-josse", "Sint-Joost-ten-Node"),
        ("nl/", "marolles", "RAQ nr. 10 Marollen"),
        ("", "chatelain", "Châtelain (Ixelles)"),
    ],
)
def test_search_goes_to_communes_postcodes_and_quartiers(
    page: Page, language: str, typed: str, title: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{language}map/")
    field = page.get_by_role("combobox", name="wijk" if language else "quartier")
    field.fill(typed)
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "map-found-0"
    field.press("Enter")
    expect(page.locator("#map-panel-title")).to_have_text(title)
    page.keyboard.press("Escape")
    expect(field).to_be_focused()


def test_a_place_that_is_not_there_is_said(map_page: Page) -> None:
    map_page.locator("#map-find").fill("Leuven")
    expect(map_page.locator("#map-answer")).to_contain_text("Aucun lieu")


@pytest.mark.parametrize(
    ("where", "expected"),
    [(CUREGHEM, "Votre position : Anderlecht"), (LEUVEN, "en dehors"), (None, "n’a pas donné")],
)
def test_position_is_asked_on_demand_and_stays_in_the_browser(
    browser: Browser, base: str, where: Geolocation | None, expected: str
) -> None:
    context = browser.new_context(base_url=base, reduced_motion="reduce", geolocation=where)
    if where:
        context.grant_permissions(["geolocation"])
    page = context.new_page()
    page.goto("map/")
    page.locator(".explore--live").wait_for()
    assert page.locator(".map-me").count() == 0
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))  # noqa: PLW0108 (it wants a function)
    page.locator("[data-do=position]").click()
    said = page.locator("#map-answer, #map-panel-title").filter(has_text=expected)
    expect(said).to_be_visible()
    assert page.locator(".map-me").count() == (where is CUREGHEM)
    assert sent == []
    assert asked(page) == {}
    context.close()


def test_positions_are_projected_as_the_map_is(map_page: Page) -> None:
    for lon, lat in ((4.26, 50.77), (4.3517, 50.8466), (4.47, 50.91)):
        mine = map_page.evaluate(PROJECT_HERE, [lon, lat])
        assert mine == pytest.approx(get_coordinates(projected([Point(lon, lat)])[0])[0], abs=0.01)


def test_full_screen_covers_the_window_and_escape_leaves_it(map_page: Page) -> None:
    button = map_page.locator("[data-do=full]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    box, size = map_page.locator("#map-stage").bounding_box(), map_page.viewport_size
    assert box
    assert size
    assert (box["width"], box["height"]) == (size["width"], size["height"])
    assert map_page.evaluate("document.querySelector('header').inert")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert not map_page.evaluate("document.querySelector('header').inert")


@pytest.mark.parametrize("language", LANGUAGES)
def test_map_and_list_are_whole_without_script(browser: Browser, base: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{language}map/")
    assert page.locator("#map-tools, .explore__buttons, #map-panel").evaluate_all(
        "all => all.every(one => one.hidden)"
    )
    links, items = page.evaluate(SHOWN)
    assert links == items
    assert page.locator(".map-legend").first.is_visible()
    page.locator(f'.map-areas a[data-record="{MAROLLES}"]').press("Enter")
    page.wait_for_url(f"**/{language}{MAROLLES}")
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["map/?place=communes/anderlecht/", "map/embed/"])
def test_no_axe_violation_and_no_sideways_scroll(page: Page, language: str, path: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(language + path)
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator("#map-panel").is_visible() == ("place" in path)
        assert violations(page) == [], width
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_is_light_before_it_is_used(page: Page, site: Path, language: str) -> None:
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(urlsplit(request.url).path))
    page.goto(f"{language}map/", wait_until="networkidle")
    files = [path + "index.html" if path.endswith("/") else path for path in asked_for]
    assert not [path for path in files if path.endswith(".json")]
    assert len(files) > 12
    # What a host sends at the usual level; fonts are compressed already.
    sizes = {path: (site / path.lstrip("/")).read_bytes() for path in set(files)}
    total = sum(
        len(data) if path.endswith(".woff2") else len(gzip.compress(data, 6))
        for path, data in sizes.items()
    )
    assert total <= BUDGET


def test_on_paper_the_map_is_whole_and_controls_are_gone(map_page: Page) -> None:
    map_page.locator("[data-do=in]").click()
    map_page.emulate_media(media="print")
    expect(map_page.locator(".explore--live")).to_have_count(0)
    for control in ("#map-tools", ".explore__buttons", "#map-snippet"):
        expect(map_page.locator(control)).to_be_hidden()
    expect(map_page.locator("#map-stage .map-legend")).to_be_visible()
    map_page.emulate_media(media="screen")
    expect(map_page.locator(".explore--live")).to_have_count(1)


def test_a_map_that_was_opened_on_paper_is_explorable_on_screen(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("map/?place=quartiers/raq-marolles/")
    expect(page.locator(".explore--live")).to_have_count(0)
    page.emulate_media(media="screen")
    expect(page.locator(".explore--live .explore__stage--near #map-panel")).to_be_visible()


def test_the_snippet_has_the_filters_and_is_copied(browser: Browser, base: str) -> None:
    context = browser.new_context(
        base_url=base, permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("nl/map/")
    page.get_by_role("checkbox", name="CHW").uncheck()
    page.locator("[data-action=copy]").click()
    expect(page.locator("#action-status")).to_have_text("Code gekopieerd.")
    copied = page.evaluate("navigator.clipboard.readText()")
    address = "https://panorama.example/nl/map/embed/?device=raq&amp;device=cpps&amp;device=ces"
    assert f'<iframe src="{address}" title=' in copied
    assert copied == page.locator("#map-snippet").input_value()
    context.close()


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Address of another site, whose pages show what their query asks for in a frame."""

    class Frame(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{self.path[2:]}" width=640 height=640>'.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Frame)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_map_alone_may_be_framed(
    browser: Browser, base: str, elsewhere: str, language: str
) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{elsewhere}?{base}{language}map/embed/?device=raq")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".explore--live")).to_be_visible()
    expect(frame.locator(".map-areas a[data-device=chw]").first).to_be_hidden()
    frame.locator(f'.map-areas a[data-record="{MAROLLES}"]').press("Enter")
    expect(frame.locator(".explore__found a").first).to_have_attribute("target", "_blank")
    assert str(frame.locator("#map-whole").get_attribute("href")).endswith("?device=raq")
    for path in ("map/", "", "communes/anderlecht/"):
        page.goto(f"{elsewhere}?{base}{language}{path}")
        expect(page.frame_locator("iframe").locator("main")).to_have_count(0)
    page.close()
