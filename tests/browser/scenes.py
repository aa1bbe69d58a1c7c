"""Every screen that a visitor can come to, in its fullest state: for what must hold on all of them.

A scene brings a page to its state and leaves it there. `assessment` is the core list, filled in by `fill_in`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import FilePayload, Page, expect

from questionnaire.comparison.form_fields import FormField
from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.plan import YES, ActionField, ProcessField
from questionnaire.model.settlement import Settlement
from questionnaire.model.subjects import SubjectField
from questionnaire.store import Change
from reporting.forms.layout import FormChoice
from reporting.forms.word.form import make_word_form
from reporting.report import STANDARD_TEMPLATE
from tests.app_pages.filled_forms import fill, own_list
from tests.browser import screen
from tests.browser.server import Server

STEP = "stap-1"
SUSPECT_TEXT = "Voorbeeld: BSN 111222333"
PROCESS = {
    "aaaaaaaa": {ProcessField.POSITION: "1", ProcessField.WHAT: "Team belt terug"},
    "bbbbbbbb": {ProcessField.POSITION: "2", ProcessField.WHAT: "Gesprek thuis"},
}
LEVELS = (Level.PARTLY, Level.UNKNOWN, Level.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a scene may use."""

    page: Page
    server: Server
    assessment: str

    def open(self, name: str, assessment_id: str | None = None) -> None:
        """Go to a page of the assessment, or of another one."""
        wanted = self.assessment if assessment_id is None else assessment_id
        self.page.goto(f"{self.server.url}/{name}" + (f"?z={wanted}" if wanted else ""))
        self.settle()

    def settle(self) -> None:
        """Wait until the server has drawn everything and the browser has loaded what it needs to show it."""
        screen.settle(self.page)


def fill_in(server: Server) -> str:
    """A core list with a level, an unknown and a norm without its reason; gives its id."""
    assessment = server.new_assessment()
    norms = screen.norms(STEP)
    changes = [Change(norm, AnswerField.LEVEL, level, 0) for norm, level in zip(norms, LEVELS, strict=False)]
    changes.append(Change(norms[0], AnswerField.PRACTICE, SUSPECT_TEXT, 0))
    changes.append(Change(norms[0], AnswerField.REMARK, "Zie het jaarplan.", 0))
    changes.append(Change(norms[0], AnswerField.CERTAINTY, "gokken", 0))
    server.store.save_many(assessment, changes, author="Beleidsmedewerker")
    return assessment


def start(scene: Scene) -> None:
    """Start, as on the first day."""
    scene.open("", "")


def start_with_cooperation(scene: Scene) -> None:
    """The form for a cooperation, sent without a name."""
    scene.open("", "")
    scene.page.get_by_text("Een samenwerking van gemeenten", exact=True).click()
    expect(scene.page.get_by_label("Naam van de samenwerking")).to_be_visible()
    scene.page.get_by_role("button", name="Begin", exact=True).click()
    expect(scene.page.get_by_text("Geef de samenwerking een naam.")).to_be_visible()


def without_assessment(scene: Scene) -> None:
    """A page that needs an assessment."""
    scene.open("resultaten", "")


def overview(scene: Scene) -> None:
    """The overview with norms found."""
    scene.open("overzicht")
    scene.page.get_by_label("Zoek in alle normen").fill("gegevens")
    scene.page.keyboard.press("Enter")
    expect(scene.page.get_by_text("gevonden.")).to_be_visible()


def step_in_trouble(scene: Scene) -> None:
    """A step as a list with all unfolded, a warning, a norm without its reason and a conflict."""
    scene.open(STEP)
    screen.show_norms(scene.page, screen.AS_LIST)
    page, (first, second) = scene.page, screen.norms(STEP)[:2]
    scene.server.store.save(
        scene.assessment, second, AnswerField.PRACTICE, _newer(scene), seen=_seen(scene), author=""
    )
    screen.text(page, second).fill("Mijn eigen tekst")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Bewaar mijn versie")).to_be_visible()
    for fold in page.locator(".ww-fold > summary").all()[:2]:
        fold.click()
    for norm in (first, second):
        screen.open_more(page, norm)
    screen.open_otherwise(page, first)
    scene.settle()


def one_by_one(scene: Scene) -> None:
    """The norms of a step one at a time, with the list to go to another."""
    scene.open(STEP)
    screen.show_norms(scene.page, screen.ONE_BY_ONE)
    scene.page.get_by_text("Kies een norm").click()
    expect(scene.page.get_by_role("button", name="nog open").first).to_be_visible()


def _seen(scene: Scene) -> int:
    stored = scene.server.store.load(scene.assessment)
    return stored.seen.get((screen.norms(STEP)[1], AnswerField.PRACTICE), 0)


def _newer(scene: Scene) -> str:
    return f"Tekst van een collega {_seen(scene)}"


def one_norm(scene: Scene) -> None:
    """One norm alone."""
    scene.page.goto(f"{scene.server.url}/{STEP}?z={scene.assessment}&norm={screen.norms(STEP)[0]}")
    expect(scene.page.get_by_text("Toon weer alle normen")).to_be_visible()
    scene.settle()


def nothing_found(scene: Scene) -> None:
    """A step with a search that finds nothing."""
    scene.open(STEP)
    scene.page.get_by_text("Zoek of kies welke normen u ziet").click()
    scene.page.get_by_label("Zoek op deze pagina").fill("xyzzy")
    scene.page.keyboard.press("Enter")
    expect(scene.page.get_by_text("Geen norm past bij dit filter")).to_be_visible()


def theme(scene: Scene) -> None:
    """A theme."""
    scene.open("thema-gegevens")


def example_step(scene: Scene) -> None:
    """The longest step of the example, where nothing can be changed."""
    scene.open("stap-3", EXAMPLE_ID)
    cards = scene.page.locator(".ww-card-norm")
    expect(cards.filter(has_text="Nog niet ingevuld")).to_have_count(0)
    expect(cards.filter(has_text="Geregeld")).not_to_have_count(0)


def results(scene: Scene) -> None:
    """Results of the example, all unfolded."""
    scene.open("resultaten", EXAMPLE_ID)
    for fold in scene.page.locator("[data-testid=stExpander] summary").all():
        fold.click()
    expect(scene.page.locator(".js-plotly-plot")).to_have_count(1)
    scene.settle()


def empty_results(scene: Scene) -> None:
    """Results with nearly nothing filled in."""
    scene.open("resultaten")


def plan(scene: Scene) -> None:
    """A plan with norms without action, an action that is late and one that was removed, all unfolded."""
    assessment = scene.server.new_assessment()
    first, second, *_ = screen.norms(STEP)
    values: Mapping[tuple[str, SubjectField], str] = {
        (first, AnswerField.LEVEL): Level.SOMETIMES,
        (second, AnswerField.LEVEL): Level.SOMETIMES,
        ("actie:verlopen", ActionField.WHAT): SUSPECT_TEXT,
        ("actie:verlopen", ActionField.NORMS): first,
        ("actie:verlopen", ActionField.DUE): "2026-01-31",
        ("actie:zonder_0", ActionField.WHAT): "Zonder datum",
        ("actie:zonder_0", ActionField.NORMS): first,
        ("actie:weg_0000", ActionField.WHAT): "Weg",
        ("actie:weg_0000", ActionField.REMOVED): YES,
    }
    changes = [Change(subject, field, value, 0) for (subject, field), value in values.items()]
    scene.server.store.save_many(assessment, changes, author="")
    scene.open("plan", assessment)
    expect(scene.page.locator(".js-plotly-plot")).to_have_count(1)
    for fold in scene.page.locator("[data-testid=stExpander] summary, .ww-more > summary").all():
        if fold.is_visible():  # of a removed action nothing is shown to unfold
            fold.click()
    scene.settle()
    expect(scene.page.get_by_label("Wat gaat er gebeuren?")).to_have_count(2)


def example_plan(scene: Scene) -> None:
    """The plan of the example, where nothing can be changed."""
    scene.open("plan", EXAMPLE_ID)
    expect(scene.page.locator(".ww-card-action").first).to_be_visible()
    expect(scene.page.get_by_text("Nog niet beschreven.")).to_have_count(0)


def rounds(scene: Scene) -> None:
    """What blocks settling and what does not, all unfolded."""
    scene.open("rondes")
    expect(scene.page.get_by_text("Houdt tegen:")).to_be_visible()
    for fold in scene.page.locator("[data-testid=stExpander] summary").all():
        fold.click()
        scene.settle()


def settling(scene: Scene) -> None:
    """The question before it is settled."""
    scene.open("rondes", _two_rounds(scene)[1])
    scene.page.get_by_label("Rol van wie vaststelt").fill("college")
    scene.page.keyboard.press("Enter")
    expect(scene.page.get_by_role("dialog").get_by_role("button", name="Ja, stel deze ronde vast")).to_be_visible()
    scene.settle()


def settled(scene: Scene) -> None:
    """A settled round with its report, and the round after it."""
    scene.open("rondes", _two_rounds(scene)[0])
    expect(scene.page.get_by_role("link", name="Download het vastgestelde rapport")).to_be_visible()


def difference(scene: Scene) -> None:
    """What moved between two rounds, all unfolded."""
    scene.open("verschil", _two_rounds(scene)[1])
    expect(scene.page.locator(".js-plotly-plot")).to_have_count(1)
    scene.page.get_by_text("Zonder verschil:").click()
    scene.settle()


def step_of_a_next_round(scene: Scene) -> None:
    """A step with answers to confirm, and the process of now in two steps, one of them removed."""
    scene.open(STEP, _two_rounds(scene, waiting=2)[1])
    scene.page.get_by_text("Werkproces van nu").click()
    expect(scene.page.get_by_role("button", name="Zet de processtap terug")).to_be_visible()
    scene.settle()


def _two_rounds(scene: Scene, waiting: int = 0) -> tuple[str, str]:
    """A settled round, and the one after it in which a norm moved; `waiting` answers are to be confirmed."""
    store, norms = scene.server.store, screen.norms(STEP)
    first = scene.server.new_assessment()
    levels = [Change(norm, AnswerField.LEVEL, Level.PARTLY, 0) for norm in norms]
    process = [
        Change(f"proces:{STEP}:{name}", field, value, 0)
        for name, values in PROCESS.items()
        for field, value in values.items()
    ]
    store.save_many(first, [*levels, *process], author="")
    settle_quickly(scene.server, first)
    second = store.rounds.new_round(first, date(2027, 3, 1), author="")
    seen = store.load(second).seen
    removed = Change(f"proces:{STEP}:bbbbbbbb", ProcessField.REMOVED, YES, 0)
    up = Change(norms[0], AnswerField.LEVEL, Level.SECURED, seen[norms[0], AnswerField.LEVEL])
    store.save_many(second, [removed, up], author="")
    store.rounds.confirm(second, norms[: len(norms) - waiting], author="")
    return first, second


def settle_quickly(server: Server, assessment_id: str) -> None:
    """Settle an assessment without the screen."""
    stored = server.store.load(assessment_id).assessment
    settlement = Settlement.of(role="college", day=date(2026, 11, 3), reference="Z/2026/1")
    server.store.settling.settle(
        assessment_id, settlement, b"PK rapport", "rapport.docx", made_from=stored, author=""
    )


def report(scene: Scene) -> None:
    """Report and files."""
    scene.open("rapport")


def forms(scene: Scene) -> None:
    """A form for a colleague that was just made, with its message, and who has what."""
    scene.open("invullijsten", scene.server.new_assessment())
    scene.page.get_by_text("Normen die u zelf kiest", exact=True).click()
    norms = scene.page.get_by_role("combobox", name="Welke normen?")
    screen.open_list(norms)
    scene.page.get_by_role("option").nth(1).click()  # the first one selects all
    scene.page.keyboard.press("Tab")
    scene.settle()
    scene.page.get_by_role("button", name="Maak de invullijst").click()
    expect(scene.page.get_by_text("Bericht om mee te sturen")).to_be_visible()
    scene.page.get_by_text("1 norm komt in de lijst").click()
    scene.settle()


def read_back(scene: Scene) -> None:
    """What came back: a form with an error, a choice and an action; an own list; a letter that is refused."""
    assessment = scene.server.new_assessment()
    first, second, third = screen.norms(STEP)[:3]
    scene.server.store.save(assessment, first, AnswerField.PRACTICE, "Van hier. " * 60, seen=0, author="")
    typed = {
        (first, FormField.PRACTICE): "Van de collega. " * 40,
        (second, FormField.LEVEL): "3-4",
        (second, FormField.PRACTICE): SUSPECT_TEXT,
        (third, FormField.ACTION): "Werkafspraak maken",
    }
    choice = FormChoice(questionnaire(), scene.server.store.load(assessment).assessment, (first, second, third))
    content = fill(make_word_form(choice, date(2026, 11, 3)), typed)
    scene.open("teruglezen", assessment)
    kind = "application/octet-stream"
    scene.page.locator("input[type=file]").set_input_files(
        [
            FilePayload(name="lijst.docx", mimeType=kind, buffer=content),
            FilePayload(name="brief.docx", mimeType=kind, buffer=b"Geachte heer, mevrouw,"),
            FilePayload(name="oud.docx", mimeType=kind, buffer=own_list(("Soms", "Elk loket weet wat", "Doen"))),
        ]
    )
    expect(screen.heading(scene.page, "Bestanden teruglezen")).to_be_visible()
    expect(scene.page.get_by_text("Kies of verbeter dit eerst")).to_be_visible()
    scene.settle()


def house_style(scene: Scene) -> None:
    """An own template, checked."""
    scene.open("huisstijl")
    scene.page.locator("input[type=file]").set_input_files(STANDARD_TEMPLATE)
    expect(scene.page.get_by_role("button", name="Gebruik dit sjabloon")).to_be_visible()


def reference(scene: Scene) -> None:
    """Words, partners and sources, all unfolded."""
    scene.open("begrippen")
    for fold in scene.page.locator("[data-testid=stExpander] summary").all():
        fold.click()


def history(scene: Scene) -> None:
    """The history of a norm in a dialog."""
    scene.open(STEP)
    screen.open_history(scene.page, screen.norms(STEP)[0])
    expect(scene.page.get_by_role("dialog").get_by_text("opgeslagen").first).to_be_visible()


def refusal(scene: Scene) -> None:
    """What somebody from elsewhere sees."""
    scene.page.set_extra_http_headers({"X-Forwarded-For": "10.0.0.5"})
    scene.open("")
    expect(screen.heading(scene.page, "Alleen op deze computer")).to_be_visible()


def unknown_assessment(scene: Scene) -> None:
    """An address that leads nowhere."""
    scene.open("overzicht", "bestaat-niet")
    expect(scene.page.get_by_text("Deze zelfbeoordeling is hier niet (meer).")).to_be_visible()


SCENES: Mapping[str, Callable[[Scene], None]] = {
    make.__name__: make
    for make in (
        start,
        start_with_cooperation,
        without_assessment,
        overview,
        step_in_trouble,
        one_by_one,
        one_norm,
        nothing_found,
        theme,
        example_step,
        results,
        empty_results,
        plan,
        example_plan,
        rounds,
        settling,
        settled,
        difference,
        step_of_a_next_round,
        report,
        forms,
        read_back,
        house_style,
        reference,
        history,
        refusal,
        unknown_assessment,
    )
}
