"""The form for records: nothing changes by itself; the whole way by keyboard in both languages."""

from __future__ import annotations

import difflib
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from panorama.checking.check import check_folder
from panorama.checking.report import messages
from panorama.model.catalogue import LANGUAGES
from panorama.paths import PROJECT
from panorama.reading.records import FOLDERS
from panorama.today import today
from tests.browser.axe import violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Download, Page

    from panorama.model.catalogue import Language

DATA = PROJECT / "data"
MOST_STEPS = 200  # presses of Tab
EXCESS = "document.documentElement.scrollWidth - window.innerWidth"
# Every record is shown by its form; some of its words are entered again, as they are.
UNTOUCHED = """async (paths) => {
  const load = (name) => import(new URL(`/assets/edit/${name}.js`, location.href).href);
  const [{ desk }, { put }, { read }, { everywhere }, { inlined }] = await Promise.all(
    ["desk", "editing", "reading", "records", "shape"].map(load));
  const json = async (address) => (await fetch(address)).json();
  const index = await json("/contribute/edit/index.json");
  const ground = await json("/contribute/edit/ground.json");
  const schemas = {};
  const texts = {};
  for (const path of paths) {
    const [folder, name] = path.split("/");
    const kind = Object.keys(index.folders).find((one) => index.folders[one] === folder);
    schemas[kind] ??= inlined(await json(`/data/schemas/${kind}.schema.json`));
    const original = await (await fetch(`/data/${path}`)).text();
    const workplace = document.querySelector("#workplace");
    const text = desk({ workplace, index, language: "fr", t: (name) => name, kind, folder,
      id: name.replace(".yml", ""), schema: schemas[kind], ground, original, pages: "", email: "",
      host: { repository: "", platform: "github", branch: "main" } });
    const controls = workplace.querySelectorAll("input, select, textarea").length;
    let again = text();
    const all = everywhere(read(again).reading.value);
    const words = all.filter(([, value]) => typeof value === "string");
    for (let place = 0; place < words.length; place += Math.ceil(words.length / 3))
      again = put(again, words[place][0], words[place][1]);
    texts[path] = { controls, text: text(), again };
  }
  return texts;
}"""


def test_every_record_is_kept_byte_for_byte(page: Page) -> None:
    paths = [f"{folder}/{file.name}" for folder in FOLDERS for file in (DATA / folder).iterdir()]
    assert len(paths) > 200
    page.goto("contribute/edit/")
    found = page.evaluate(UNTOUCHED, paths)
    for path in paths:
        written = (DATA / path).read_bytes().decode("utf-8")
        assert found[path]["controls"] > 5, path
        assert found[path]["text"] == written, path
        assert found[path]["again"] == written, path


class Keyboard:
    """Everything that an editor does here is done with keys."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page = page
        self.language = language

    def opens(self, query: str) -> None:
        address = "" if self.language == "fr" else "nl/"
        self.page.goto(f"{address}contribute/edit/?{query}")
        self.page.locator("#fields .field").first.wait_for()

    def goes_to(self, selector: str, step: str = "Tab") -> None:
        """Press Tab, or Shift and Tab, until the control has the focus."""
        wanted = self.page.locator(selector).first
        for _ in range(MOST_STEPS):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press(step)
        pytest.fail(f"{step} does not come to {selector}")

    def writes(self, field: str, text: str) -> None:
        """Go to a field and write over what is in it."""
        self.goes_to(f"#field-{field}-input")
        self.writes_here(text)

    def writes_here(self, text: str) -> None:
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def chooses(self, field: str, value: str) -> None:
        """Go down a list until the value is chosen."""
        self.goes_to(f"#field-{field}-input")
        for _ in range(MOST_STEPS):
            if self.page.evaluate("document.activeElement.value") == value:
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{value} is not in the list {field}")

    def ticks(self, selector: str) -> None:
        self.goes_to(selector)
        self.page.keyboard.press("Space")

    def presses(self, selector: str) -> None:
        self.goes_to(selector)
        self.page.keyboard.press("Enter")

    def downloads(self) -> Download:
        with self.page.expect_download(timeout=30_000) as found:
            self.presses("#review .ways-out button >> nth=0")
        return found.value


def problem(page: Page, field: str) -> str:
    """What is said beside a field, to which the control points."""
    control = page.locator(f"#field-{field}-input")
    expect(control).to_have_attribute("aria-invalid", "true")
    described = control.get_attribute("aria-describedby") or ""
    assert f"field-{field}-problem" in described
    return page.locator(f"#field-{field}-problem").inner_text()


def says(code: str, language: Language, **details: str) -> str:
    """The sentence of a finding, as the form sets it."""
    said = messages()[code][language].format(**details)
    if language == "fr":
        said = re.sub(r" (?=[»:;?!])|(?<=«) ", "\u00a0", said)
    return said


def changed(before: str, after: str) -> list[str]:
    """Lines that are gone and lines that are new."""
    compared = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in compared if line[0] in "+-"]


def is_accepted(tmp_path: Path, path: str, text: str) -> list[str]:
    """What `panorama check` says of a record once it is among the others."""
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / path).write_text(text, "utf-8")
    found = check_folder(tmp_path / "data", today(), docs=PROJECT / "docs").findings
    return [one.code for one in found if one.path == path and one.severity == "error"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_number_is_corrected_and_nothing_else(
    page: Page, tmp_path: Path, language: Language
) -> None:
    keyboard = Keyboard(page, language)
    keyboard.opens("record=organisations/brusano")
    keyboard.writes("contacts-phone", "02 880 29 8")
    said = says("bad-phone", language, value="02 880 29 8")
    page.keyboard.press("Tab")
    expect(page.locator("#field-contacts-phone-problem")).to_have_text(said)
    assert problem(page, "contacts-phone") == said
    keyboard.goes_to("#field-contacts-phone-input", "Shift+Tab")
    keyboard.writes_here("02 880 29 81")
    expect(page.locator("#field-contacts-phone-problem")).to_be_empty()
    expect(page.locator("#review ins")).to_contain_text("02 880 29 81")
    download = keyboard.downloads()
    assert download.suggested_filename == "brusano.yml"
    after = download.path().read_bytes().decode("utf-8")
    before = (DATA / "organisations" / "brusano.yml").read_text("utf-8")
    assert changed(before, after) == ["-   phone: 02 880 29 80", "+   phone: 02 880 29 81"]
    assert is_accepted(tmp_path, "organisations/brusano.yml", after) == []
    expect(page.locator("#review .done")).to_contain_text("brusano.yml")


BRUSANO = DATA / "organisations" / "brusano.yml"


def file_of(page: Page) -> str:
    """The whole file as the end of the form shows it, once it is up to date."""
    page.wait_for_timeout(400)
    return page.locator("#review .file").text_content() or ""


def test_a_telephone_number_is_written_in_groups(page: Page) -> None:
    Keyboard(page, "fr").opens("record=organisations/brusano")
    phone = page.locator("#field-contacts-phone-input")
    for typed, shown in (
        ("02/880.29.81", "02 880 29 81"),
        ("028802981", "02 880 29 81"),
        ("02\u00a0880\u202f29\u200b 81\u200e", "02 880 29 81"),
        ("0478/12.34.56", "0478 12 34 56"),
        ("080012345", "0800 12 345"),
        ("+32 (0)2 880 29 81", "+32 2 880 29 81"),
        ("ask for 12", "ask for 12"),
    ):
        phone.fill(typed)
        phone.blur()
        expect(phone).to_have_value(shown)
        assert f"  phone: {shown}\n" in file_of(page)


def test_what_nobody_sees_is_left_out(page: Page) -> None:
    Keyboard(page, "fr").opens("record=organisations/brusano")
    name = page.locator("#field-names-fr-input")
    name.fill("Bru\u200bsa\u00adno\u202e 👩‍⚕️\u2028!")
    name.blur()
    expect(name).to_have_value("Brusano 👩⚕️ !")
    assert "Brusano 👩⚕️ !" in file_of(page)


def test_what_no_file_can_hold_is_told_where_it_was_typed(page: Page) -> None:
    Keyboard(page, "fr").opens("record=organisations/brusano")
    before = file_of(page)
    summary = page.locator("#field-summary-fr-input")
    kept = summary.input_value()
    summary.fill("mot " * 16_500)
    said = page.locator("#field-summary-fr-problem")
    expect(said).to_have_text(says("too-large", "fr", limit="64"), timeout=30_000)
    assert file_of(page) == before
    page.locator("#field-roles input").last.check()
    page.locator("#field-roles input").last.uncheck()
    assert file_of(page) == before
    summary.fill(kept)
    expect(page.locator("#field-summary-fr-problem")).to_be_empty()
    assert file_of(page) == before == BRUSANO.read_text("utf-8")


def test_who_chooses_another_way_by_mistake_finds_again_what_was_there(page: Page) -> None:
    Keyboard(page, "fr").opens("record=organisations/foyer")
    record = (DATA / "organisations" / "foyer.yml").read_text("utf-8")
    for field in ("for_whom", "languages", "contacts-phone", "address"):
        page.locator(f"input[name=field-{field}][value=unknown]").check()
        assert file_of(page) != record
        page.locator(f"input[name=field-{field}][value='0']").check()
        assert file_of(page) == record


def test_what_was_taken_away_can_be_put_back(page: Page) -> None:
    Keyboard(page, "fr").opens("record=devices/raq")
    record = (DATA / "devices" / "raq.yml").read_text("utf-8")
    page.locator("#field-figures").evaluate("one => { one.closest('details').open = true; }")
    page.locator("#field-figures-1 > .moves > button").last.click()
    expect(page.locator("#field-figures-1-id-input")).to_be_focused()
    assert file_of(page) != record
    page.locator(".bar button").click()
    assert file_of(page) == record
    expect(page.locator(".bar button")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('#field-figures-1') !== null")


def test_an_entry_that_moves_keeps_the_focus(page: Page) -> None:
    Keyboard(page, "fr").opens("record=devices/raq")
    page.locator("#field-figures").evaluate("one => { one.closest('details').open = true; }")
    page.locator("#field-figures-2 > .moves > [data-to='1']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#field-figures-1 > .moves > [data-to='0']")).to_be_focused()
    expect(page.locator("#workplace > .visually-hidden[role=status]")).to_contain_text("n° 2")
    page.keyboard.press("Enter")
    expect(page.locator("#field-figures-0 > .moves > [data-to='1']")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert file_of(page) == (DATA / "devices" / "raq.yml").read_text("utf-8")


def test_a_value_that_is_put_back_leaves_no_trace(page: Page) -> None:
    Keyboard(page, "fr").opens("record=organisations/brusano")
    day = page.locator("#field-checked-on-input")
    before = day.input_value()
    for value in ("2025", before):
        day.fill(value)
        day.blur()
        page.locator("#field-names-fr-input").focus()
    assert file_of(page) == BRUSANO.read_text("utf-8")


def test_an_entry_that_was_just_added_is_not_yet_wrong(page: Page) -> None:
    Keyboard(page, "fr").opens("record=organisations/brusano")
    page.locator("#field-sources-add").click()
    page.wait_for_timeout(400)
    added = page.locator("#field-sources .entries > .box").last
    assert added.locator(".problem").all_inner_texts() == ["", "", ""]
    page.locator("#review .ways-out button").first.click()
    expect(page.locator("#review-problems")).to_be_focused()
    assert any(added.locator(".problem").all_inner_texts())


@pytest.mark.parametrize(
    ("typed", "said"),
    [("0478 12 34 56", "GSM"), ("02 880 29 81", "Situation au"), ("02 880 29 80", "")],
)
def test_a_changed_number_is_remarked_on(page: Page, typed: str, said: str) -> None:
    Keyboard(page, "fr").opens("record=organisations/brusano")
    page.locator("#field-contacts-phone-input").fill(typed)
    page.wait_for_timeout(400)
    warnings = page.locator("#review-warnings").all_inner_texts()
    assert said in warnings[0] if said else warnings == []


@pytest.mark.parametrize("query", ["record=organisations/brusano", "new=lexicon"])
def test_the_other_language_shows_the_same_record(page: Page, query: str) -> None:
    Keyboard(page, "fr").opens(query)
    page.locator("a.language").click()
    page.locator("#fields .field").first.wait_for()
    assert page.url.endswith(f"/nl/contribute/edit/?{query}")


@pytest.mark.parametrize("part", ["**/edit/start.js", "**/lib/yaml/index.js", "**/edit/index.json"])
def test_a_part_that_does_not_come_is_told(page: Page, part: str) -> None:
    page.route(part, lambda route: route.abort())
    page.goto("contribute/edit/?record=organisations/brusano")
    expect(page.locator("#workplace [role=alert]")).to_be_visible()
    expect(page.locator("#without")).to_be_visible()


def test_the_file_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keyboard = Keyboard(page, "nl")
    keyboard.opens("record=organisations/brusano")
    keyboard.writes("contacts-phone", "02 880 29 81")
    keyboard.presses("#review .ways-out button >> nth=1")
    expect(page.locator("#review .done")).to_contain_text("gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == BRUSANO.read_text("utf-8").replace("02 880 29 80", "02 880 29 81")


def test_the_page_of_the_platform_opens_with_the_text_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    Keyboard(page, "fr").opens("record=organisations/brusano")
    page.locator("#field-contacts-phone-input").fill("02 880 29 81")
    page.wait_for_timeout(400)
    # No page of these tests asks another site for anything: the click is stopped at the end.
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    link = page.locator("#review .ways-out a[target=_blank]")
    link.click()
    address = link.get_attribute("href") or ""
    assert address.endswith("/edit/main/data/organisations/brusano.yml")
    expect(page.locator("#review .done")).to_contain_text("collez")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == BRUSANO.read_text("utf-8").replace("02 880 29 80", "02 880 29 81")
    page.locator("#field-contacts-phone-input").fill("02 880 29 82")
    expect(page.locator("#review .done")).to_be_empty()


def test_a_part_of_a_long_form_is_reached_from_its_top(page: Page) -> None:
    keyboard = Keyboard(page, "fr")
    keyboard.opens("record=devices/raq")
    keyboard.presses(".parts summary")
    keyboard.presses(".parts a[href='#field-figures']")
    assert page.evaluate("document.activeElement.closest('#field-figures') !== null")
    assert {"Nom", "Chiffres", "Joindre"} <= set(page.locator("#fields h2").all_inner_texts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_added(page: Page, tmp_path: Path, language: Language) -> None:
    keyboard = Keyboard(page, language)
    keyboard.opens("new=lexicon")
    order = ("fr", "nl") if language == "fr" else ("nl", "fr")
    words = {"fr": "Œuvre de l’été", "nl": "zomerwerk"}
    for name in order:
        keyboard.writes(f"terms-{name}", words[name])
    expect(page.locator("#field-id-input")).to_have_value("oeuvre-de-l-ete")
    keyboard.chooses("dutch_status", "proposed")
    for name in order:
        keyboard.writes(f"short-{name}", f"{name}: une phrase # entière.")
    for name in order:
        keyboard.goes_to(f"#field-explanation-{name}-input")
        page.keyboard.type(f"{name} un")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.keyboard.type("deux")
    keyboard.chooses("sources-0-id", "panorama-1")
    keyboard.writes("sources-0-section", "2.7")
    keyboard.chooses("checked-how", "document")
    expect(page.locator("#review .summary--problems")).to_have_count(0)
    download = keyboard.downloads()
    assert download.suggested_filename == "oeuvre-de-l-ete.yml"
    text = download.path().read_bytes().decode("utf-8")
    assert is_accepted(tmp_path, "lexicon/oeuvre-de-l-ete.yml", text) == []
    assert "    fr un\n\n    deux" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_organisation_is_created_after_three_mistakes(
    page: Page, tmp_path: Path, language: Language
) -> None:
    keyboard = Keyboard(page, language)
    keyboard.opens("new=organisation")
    order = ("fr", "nl") if language == "fr" else ("nl", "fr")
    for name in order:
        keyboard.writes(f"names-{name}", f"Maison d’essai ({name})")
    expect(page.locator("#field-id-input")).to_have_value("maison-d-essai-fr")
    keyboard.chooses("name_status", "proposed")
    keyboard.ticks("#field-roles input")
    keyboard.chooses("type", "non-profit")
    keyboard.ticks("#field-languages input[type=checkbox]")
    for field in ("summary", "for_whom"):
        for name in order:
            keyboard.writes(f"{field}-{name}", f"{field} {name}")
    keyboard.writes("contacts-website", "www.essai.be")
    keyboard.writes("contacts-phone", "028802981000")
    keyboard.writes("contacts-email", "info chez essai.be")
    keyboard.chooses("contacts-sources-0-id", "panorama-1")
    wrong = {
        "contacts-website": ("bad-url", "www.essai.be", "https://www.essai.be/"),
        "contacts-phone": ("bad-phone", "028802981000", "02 880 29 81"),
        "contacts-email": ("bad-email", "info chez essai.be", "info@essai.be"),
    }
    for field, (code, value, _) in wrong.items():
        said = says(code, language, value=value)
        expect(page.locator(f"#field-{field}-problem")).to_have_text(said)
        assert problem(page, field) == said
    for field in ("address", "location"):
        keyboard.goes_to(f"#field-{field} input:checked")
        page.keyboard.press("ArrowRight")
    keyboard.chooses("sources-0-id", "panorama-1")
    keyboard.chooses("checked-how", "document")
    keyboard.presses("#review .ways-out button >> nth=0")
    summary = page.locator("#review-problems")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(3)
    for field, (_, _, right) in wrong.items():
        if field == "contacts-website":
            keyboard.presses("#review-problems a")
            expect(page.locator(f"#field-{field}-input")).to_be_focused()
        keyboard.writes(field, right)
    expect(page.locator("#review .summary--problems")).to_have_count(0)
    text = keyboard.downloads().path().read_bytes().decode("utf-8")
    assert is_accepted(tmp_path, "organisations/maison-d-essai-fr.yml", text) == []


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize(
    "query", ["", "record=devices/ces", "record=sources/panorama-1", "new=organisation"]
)
def test_the_form_has_no_axe_violation_and_fits_320_pixels(
    page: Page, language: str, query: str
) -> None:
    page.goto(f"{language}contribute/edit/?{query}")
    page.locator("#workplace h2").first.wait_for()
    if query.startswith("new"):
        page.locator("#review .ways-out button").first.click()
        page.locator(".bar a").focus()
    for part in page.locator("details").all():
        part.evaluate("one => { one.open = true; }")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(EXCESS) <= 0


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize("path", ["organisations/fdssb", "lexicon/aller-vers", "devices/raq"])
def test_hostile_texts_stay_texts(hostile_page: Page, language: str, path: str) -> None:
    hostile_page.goto(f"{language}contribute/edit/?record={path}")
    hostile_page.locator("#fields .field").first.wait_for()
    shown = hostile_page.locator("#fields textarea, #fields input[type=text]").evaluate_all(
        "all => all.map((one) => one.value)"
    )
    assert any("<script>window.hit=1</script>" in text for text in shown)
    assert hostile_page.locator("main b, main img, main style, main script").count() == 0
    assert hostile_page.evaluate("window.hit") is None


def test_an_address_cannot_name_another_file(page: Page) -> None:
    for query in ("record=../../etc", "record=organisations/constructor", "record=__proto__/x"):
        page.goto(f"contribute/edit/?{query}")
        expect(page.locator("#pick-name")).to_be_visible()
        expect(page.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_the_page_says_what_to_do_instead(
    browser: Browser, base: str, language: Language
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base)
    page = context.new_page()
    page.goto(f"{'' if language == 'fr' else 'nl/'}contribute/edit/?record=organisations/brusano")
    ways = page.locator("#without")
    expect(ways).to_be_visible()
    assert ways.locator("a").count() >= 8
    expect(page.locator("#workplace")).to_be_hidden()
    context.close()
