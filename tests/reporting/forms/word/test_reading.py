"""What comes back from Word is read to the letter or told with its place; nothing is ever silently wrong."""

import io
import random
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.comparison.offered import OfferedFile, Severity
from questionnaire.errors import InvalidInputError
from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import AMBITIONS, Answer, Level
from questionnaire.model.cleaning import clean
from questionnaire.model.plan import FIRST_YEAR, LAST_YEAR, Action
from reporting.forms.layout import identity_of
from reporting.forms.word.form import make_word_form
from reporting.forms.word.reading import read_word_form
from reporting.guard import open_safely
from tests.reporting.cases.builders import PRINTED_ON, an_assessment
from tests.reporting.cases.golden import EXTREME_TEXTS
from tests.reporting.forms.abused.every import ABUSED
from tests.reporting.forms.abused.spoilt import Abused
from tests.reporting.forms.filled import CONTENT, a_choice, filled, known, offered
from tests.reporting.forms.surgery import NORMS, Form, copied, element, remove, table_of, w
from tests.reporting.office.resaved import saved_by_libreoffice

COMMENTS = """<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:comment w:id="0"/></w:comments>"""
PIECES = (
    *(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\x0b",
        "\u2028",
        "\t",
        "\u00a0",
        "\u00ad",
        "\u2011",
        "\x00",
        "\x1b",
        "\ud83d",
    ),
    *(
        "<w:t>",
        "&amp;",
        "]]>",
        "<!--",
        "👩‍👩‍👧",
        "שלום",
        "مرحبا",
        "漢字",
        "e\u0301",
        "\u200f",
        "\ufeff",
        "een zin.",
    ),
    *("ww1|norm-1-02|was", "Bewijs", "Norm", "1.02 · Vaste werkwijze 1.02", "2", "=1+1", "‘’", "\u0085", "\uffff"),
)
"""What breaks a reader that does not count on it."""
SAVED = (
    *EXTREME_TEXTS,
    *("een\n\ntwee", "\nbegint", "eindigt\n", " spatie voor", "spatie achter ", "dubbele  spatie", "x\n y"),
    *(
        "co\u00adordinator",
        "1\u20112",
        "a\u00a0b",
        "e\u0301",
        "\u200bnul",
        "“quotes” ‘q’",
        "漢字",
        "tekst met שלום erin",
        ".",
    ),
)
"""What LibreOffice may change when it saves a file."""


def read(document: bytes) -> OfferedFile:
    return read_word_form(open_safely(document), "lijst.docx", CONTENT)


def spoilt(case: Abused) -> bytes:
    form = Form()
    case.spoil(form)
    return form.packed()


@pytest.mark.parametrize("name", [name for name, case in ABUSED.items() if not case.refused])
def test_an_abused_form_is_read_rightly_or_told(name: str) -> None:
    case = ABUSED[name]
    found = read(spoilt(case))
    code = {norm.id: norm.code for norm in CONTENT.norms}
    base = {(code[norm_id], field): text for (norm_id, field), text in known(filled()).items() if norm_id in NORMS}
    expected = {key: text for key, text in {**base, **case.values}.items() if text is not None}
    assert {(code[norm_id], field): text for (norm_id, field), text in offered(found).items()} == expected
    told = [(each.severity, each.place, each.text) for each in found.findings]
    assert len(told) == len(case.told), told
    for severity, place, part in case.told:
        assert any(
            each[0] is severity and each[1] == place and part.lower() in each[2].lower() for each in told
        ), (severity, place, part, told)


@pytest.mark.parametrize("name", [name for name, case in ABUSED.items() if case.refused])
def test_a_file_in_which_nothing_can_be_read_is_refused_in_one_message(name: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        read(spoilt(ABUSED[name]))
    assert ABUSED[name].refused in str(caught.value)


LETTERS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
)
LEVELS = st.sampled_from((None, *Level))
ROLES = st.sampled_from(("", *(role.id for role in CONTENT.roles)))
ANSWERS = st.builds(
    Answer,
    level=LEVELS,
    practice=LETTERS,
    evidence=LETTERS,
    remark=LETTERS,
    reason=LETTERS,
    ambition=st.sampled_from((None, *AMBITIONS)),
)
DAYS = st.none() | st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
ACTIONS = st.builds(
    Action, id=st.just("aaaaaaaa"), norms=st.just(("norm-1-01",)), what=LETTERS, owner_role=ROLES, due=DAYS
)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(first=ANSWERS, second=ANSWERS, action=ACTIONS)
def test_what_is_written_is_read_back_to_the_letter(first: Answer, second: Answer, action: Action) -> None:
    answers = {"norm-1-01": first, "norm-1-02": second}
    assessment = an_assessment(answers).model_copy(update={"actions": {action.id: action}})
    document = make_word_form(a_choice(assessment=assessment, norms=("norm-1-01", "norm-1-02")), PRINTED_ON)
    expected = {key: clean(text) for key, text in known(assessment).items() if key[0] in answers}
    found = read(document)
    assert offered(found) == expected
    assert found.findings == ()
    stripped = Form(document)
    stripped.strip_controls()
    without_tags = read(stripped.packed())
    assert offered(without_tags) == {key: text if text.strip() else "" for key, text in expected.items()}
    assert without_tags.findings == ()


def test_a_form_of_everything_that_is_made_is_read_without_a_remark() -> None:
    content = questionnaire()
    choice = a_choice(content, assessment=load_example(content))
    found = read_word_form(open_safely(make_word_form(choice, PRINTED_ON)), "lijst.docx", content)
    assert offered(found) == known(choice.assessment, content)
    assert found.findings == ()
    assert found.identity == identity_of(choice)


@pytest.mark.parametrize("is_filled_before", [True, False])
def test_the_identity_comes_from_the_properties_and_from_the_table(is_filled_before: bool) -> None:
    choice = a_choice(is_filled_before=is_filled_before)
    form = Form(make_word_form(choice, PRINTED_ON))
    assert read(form.packed()).identity == identity_of(choice)
    without_properties = Form(make_word_form(choice, PRINTED_ON))
    ABUSED["eigenschappen-weg"].spoil(without_properties)
    assert read(without_properties.packed()).identity == identity_of(choice)
    remove(form.tables[0])
    assert read(form.packed()).identity == identity_of(choice)


def test_two_lists_in_one_file_have_no_number_and_no_start() -> None:
    found = read(spoilt(ABUSED["twee-lijsten-met-eigen-nummer"])).identity
    assert (found.form, found.is_filled_before, found.organisation) == ("", None, "Voorbeeldstad")


def test_more_findings_than_a_person_reads_are_counted() -> None:
    form = Form()
    table = form.table("1.01")
    for _ in range(400):
        table.addnext(element(table_of(("Eigen", "tabel"))))
        table.addnext(element(table_of(("Norm", "9.99 · Bestaat niet"))))
    found = read(form.packed())
    assert len(found.findings) == 301
    assert "nog" in found.findings[-1].text


@pytest.mark.office
def test_what_libreoffice_saves_is_read_to_the_letter(tmp_path: Path) -> None:
    """LibreOffice 7.4 loses every tag; no value is lost by that, and what it repeats is told."""
    norms = [norm.id for norm in CONTENT.norms]
    answers = {norm_id: _extreme(number) for number, norm_id in enumerate(norms)}
    assessment = an_assessment(answers).model_copy(update={"actions": filled().actions})
    saved = saved_by_libreoffice(make_word_form(a_choice(assessment=assessment), PRINTED_ON), tmp_path)
    found = read(saved)
    assert offered(found) == {key: clean(text) for key, text in known(assessment).items()}
    assert found.identity == identity_of(a_choice())
    assert {each.severity for each in found.findings} <= {Severity.NOTE}
    assert all("is één keer gelezen" in each.text for each in found.findings)


def _extreme(number: int) -> Answer:
    def text(step: int) -> str:
        return SAVED[(number * step + step) % len(SAVED)]

    return Answer(
        level=list(Level)[number % 7],
        ambition=AMBITIONS[number % 4],
        practice=text(1),
        evidence=text(3),
        remark=text(5),
        reason=text(7),
    )


@pytest.mark.parametrize("seed", range(40))
def test_rows_and_tables_thrown_about_are_never_silently_wrong(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same forms every time
    form = Form()
    if seed % 2:
        form.strip_controls()
    for _ in range(chance.randint(1, 4)):
        _throw(form, chance)
    base = known(filled())
    try:
        found = read(form.packed())
    except InvalidInputError:
        return
    wrong = {key: text for key, text in offered(found).items() if base[key] != text}
    assert not wrong or found.findings


def _throw(form: Form, chance: random.Random) -> None:
    """Remove a row or table, move it, or copy it."""
    every = list(form.body.iter(w("tr"), w("tbl")))
    part = chance.choice(every)
    others = [other for other in every if other.tag == part.tag and other is not part]
    if not others or chance.random() < 0.3:
        remove(part)
    else:
        chance.choice(others).addnext(copied(part) if chance.random() < 0.5 else part)


def test_comments_of_word_in_a_form_are_told_wherever_they_stand() -> None:
    with zipfile.ZipFile(upload := io.BytesIO(Form().packed()), "a") as archive:
        archive.writestr("word/comments.xml", COMMENTS)
    told = [finding for finding in read(upload.getvalue()).findings if "opmerkingen van Word" in finding.text]
    assert [finding.severity for finding in told] == [Severity.WARNING]
    assert not any("opmerkingen van Word" in finding.text for finding in read(Form().packed()).findings)


def test_a_form_with_two_numbers_is_of_neither() -> None:
    assert read(Form().packed()).identity.form == "K7QX-3M2P"
    assert read(spoilt(ABUSED["formuliernummer-veranderd"])).identity.form == ""
