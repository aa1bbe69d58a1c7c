"""The Word form: every norm with its fields, what is known in them, and who and what it is about."""

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from questionnaire.comparison.form_fields import FormField, form_values
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Level
from questionnaire.model.cleaning import clean
from reporting.forms.layout import (
    LABELS,
    NORM_LABEL,
    PLACEHOLDERS,
    FormChoice,
    choices,
    field_tag,
    identity_of,
    identity_rows,
    norm_title,
    parse_tag,
    shown,
)
from reporting.forms.word.form import FORM_TEMPLATE, make_word_form
from reporting.package.identity import FileKind, Property, read_identity
from reporting.package.parts import own_properties, with_own_properties
from reporting.template.looks import packed
from tests.reporting.archive import parts_of
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES
from tests.reporting.cases.plan import NAME, NOTE
from tests.reporting.forms.commented import Reviewed
from tests.reporting.inspecting.accessibility import findings
from tests.reporting.inspecting.outline import W, body_of, outline
from tests.reporting.template.house_styles import HOUSE_STYLES, Entries, bare, in_house_style

FORM = "K7QX-3M2P"
SETTINGS = "word/settings.xml"
CHOOSES = (FormField.LEVEL, FormField.WANTED, FormField.OWNER)


def a_choice(case: str = "plan", **changes: Any) -> FormChoice:
    """All norms of a case, for somebody."""
    result = CASES[case]()
    norms = tuple(norm.id for norm in result.questionnaire.norms)
    told: dict[str, Any] = {
        "content": result.questionnaire,
        "assessment": result.assessment,
        "norms": norms,
        "form": FORM,
        "recipient": "teamleider toegang",
        "selection": "Hele lijst",
    }
    return FormChoice(**told | changes)


def made(case: str = "plan", **changes: Any) -> bytes:
    return make_word_form(a_choice(case, **changes), PRINTED_ON)


def words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def controls(document: bytes) -> dict[str, etree._Element]:
    """Every control by its tag."""
    found = [(tag.get(f"{W}val"), tag.getparent().getparent()) for tag in body_of(document).iter(f"{W}tag")]  # type: ignore[union-attr]
    assert len(found) == len(dict(found)), "a tag occurs twice"
    return {str(tag): control for tag, control in found if control is not None}


def typed(control: etree._Element) -> str:
    """The text in a control, to the letter."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = control.find(f"{W}sdtContent")
    assert runs is not None
    return "".join(signs.get(str(node.tag), str(node.text or "")) for node in runs.iter(f"{W}t", *signs))


def is_empty(control: etree._Element) -> bool:
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def test_each_norm_has_one_table_with_the_labels_of_the_layout() -> None:
    choice = a_choice()
    _identity, _scale, *tables = body_of(made()).iter(f"{W}tbl")
    labels = [[words(cell) for cell in table.iterfind(f"{W}tr/{W}tc[1]")] for table in tables]
    assert labels == [[NORM_LABEL, *LABELS.values()]] * len(choice.content.norms)
    titles = [words(table.findall(f"{W}tr/{W}tc")[1]) for table in tables]
    assert titles == [norm_title(norm) for norm in choice.content.norms]


def test_each_field_is_a_control_of_its_kind_that_cannot_be_deleted() -> None:
    found = controls(made())
    norms = CASES["plan"]().questionnaire.norms
    assert list(found) == [field_tag(norm.id, field) for norm in norms for field in FormField]
    assert max(map(len, found)) <= 64
    for tag, control in found.items():
        _norm_id, field = parse_tag(tag) or ("", None)
        kind = "dropDownList" if field in CHOOSES else "date" if field is FormField.DUE else "text"
        assert control.find(f"{W}sdtPr/{W}{kind}") is not None or "\n" in typed(control), tag
        assert control.find(f"{W}sdtPr/{W}lock").get(f"{W}val") == "sdtLocked"  # type: ignore[union-attr]
        assert control.getparent().tag == f"{W}p", "others are lost in LibreOffice"  # type: ignore[union-attr]
    numbers = [control.find(f"{W}sdtPr/{W}id").get(f"{W}val") for control in found.values()]  # type: ignore[union-attr]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("case", ["plan", "uiterste-teksten", "plan-uiterste-teksten"])
def test_what_is_known_stands_there_to_the_letter_and_the_rest_is_empty(case: str) -> None:
    choice = a_choice(case)
    known = form_values(choice.assessment, choice.content)
    for tag, control in controls(made(case)).items():
        norm_id, field = parse_tag(tag) or ("", FormField.LEVEL)
        value = known.get(norm_id, {}).get(field, "")
        assert is_empty(control) is not bool(value), tag
        assert typed(control) == (clean(shown(field, value, choice.content)) if value else PLACEHOLDERS[field])


def test_a_form_that_is_not_filled_before_is_empty() -> None:
    document = made(is_filled_before=False)
    assert all(map(is_empty, controls(document).values()))
    assert "In het plan" not in outline(document)
    assert "Wat al bekend is" not in outline(document)


@pytest.mark.parametrize("field", CHOOSES)
def test_a_list_offers_what_can_be_chosen_and_to_empty_it_again(field: FormField) -> None:
    content = CASES["plan"]().questionnaire
    items = controls(made())[field_tag(content.norms[0].id, field)].iter(f"{W}listItem")
    offered = {item.get(f"{W}value"): item.get(f"{W}displayText") for item in items}
    assert offered == {PLACEHOLDERS[field]: None} | choices(field, content)


def test_the_levels_read_as_they_do_on_the_scale() -> None:
    labels = choices(FormField.LEVEL, CASES["plan"]().questionnaire)
    assert labels[Level.PARTLY] == "2 · Deels geregeld"
    assert labels[Level.UNKNOWN] == "Weet ik niet"
    assert list(choices(FormField.WANTED, CASES["plan"]().questionnaire)) == list(labels)[1:5]


def test_a_chosen_level_and_a_date_are_known_to_word_as_well() -> None:
    found = controls(made())
    level = found["ww1|norm-1-02|niveau"].find(f"{W}sdtPr/{W}dropDownList")
    due = found["ww1|norm-1-01|datum"].find(f"{W}sdtPr/{W}date")
    assert level is not None and level.get(f"{W}lastValue") == "soms"
    assert due is not None and due.get(f"{W}fullDate") == "2027-02-15T00:00:00Z"
    assert typed(found["ww1|norm-1-01|datum"]) == "15-02-2027"


def test_a_role_of_an_older_list_stays_as_it_is_stored() -> None:
    older = CASES["plan"]().assessment
    action = older.actions["actie001"].model_copy(update={"owner_role": "rol-van-vroeger"})
    document = made(assessment=older.model_copy(update={"actions": {"actie001": action}}))
    control = controls(document)["ww1|norm-1-01|eigenaar"]
    assert typed(control) == "rol-van-vroeger"
    assert "rol-van-vroeger" in [item.get(f"{W}value") for item in control.iter(f"{W}listItem")]


def test_other_actions_at_a_norm_are_counted_in_words() -> None:
    lines = [line for line in outline(made()).split("\n") if "In het plan" in line]
    assert lines == [
        "[Invulnoot] In het plan staat nog 1 andere actie bij deze norm.",
        "[Invulnoot] In het plan staat nog 1 actie bij deze norm.",
        "[Invulnoot] In het plan staat nog 1 actie bij deze norm.",
    ]


def test_a_selection_has_its_norms_in_the_order_of_the_list() -> None:
    document = made(norms=("norm-3-02", "norm-1-01"), recipient="")
    text = outline(document)
    assert [line for line in text.split("\n") if line.startswith("[Heading2]")] == [
        "[Heading2] 1.01 Vaste werkwijze 1.01",
        "[Heading2] 3.02 Vaste werkwijze 3.02",
    ]
    assert "Stap 2" not in text
    assert "| Voor |" not in text


@pytest.mark.parametrize(("norms", "said"), [((), "geen normen"), (("norm-1-01", "weg"), "'weg' bestaat niet")])
def test_a_selection_that_cannot_be_is_refused(norms: tuple[str, ...], said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        a_choice(norms=norms)


@pytest.mark.parametrize("is_filled_before", [True, False])
@pytest.mark.parametrize("case", ["plan", "samenwerking"])
def test_who_and_what_it_is_about_stands_in_the_first_table_and_travels_inside(
    case: str, is_filled_before: bool
) -> None:
    choice = a_choice(case, is_filled_before=is_filled_before)
    document = make_word_form(choice, PRINTED_ON)
    first = next(body_of(document).iter(f"{W}tbl"))
    rows = [[words(cell) for cell in row.iter(f"{W}tc")] for row in first.iter(f"{W}tr")]
    assert rows[1:] == [[label, text] for label, text in identity_rows(choice, PRINTED_ON)]
    properties = own_properties(parts_of(document))
    assert properties[Property.KIND] == FileKind.FORM
    assert read_identity(properties) == identity_of(choice)
    assert len(identity_of(choice).codes) == (3 if case == "samenwerking" else 1)


def test_the_form_says_nothing_about_people_or_about_this_computer() -> None:
    choice = a_choice()
    secret = choice.assessment.model_copy(update={"id": "geheim-nummer-van-hier"})
    text = b" ".join(parts_of(made(assessment=secret)).values()).decode()
    assert [said for said in (NAME, NOTE, "geheim-nummer-van-hier") if said in text] == []


def test_only_the_fields_are_open_to_typing_without_a_password() -> None:
    def with_settings(entries: Entries) -> None:
        protection = '<w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="eA==" w:salt="eA=="/>'
        entries[SETTINGS] = entries[SETTINGS].replace("<w:defaultTabStop", f"{protection}<w:defaultTabStop")

    for document in (made(), make_word_form(a_choice(), PRINTED_ON, in_house_style(with_settings))):
        settings = etree.fromstring(parts_of(document)[SETTINGS])
        (protection,) = settings.iter(f"{W}documentProtection")
        assert {str(name): value for name, value in protection.attrib.items()} == {
            f"{W}edit": "forms",
            f"{W}enforcement": "1",
        }


def test_own_properties_of_an_own_template_stay_and_ours_are_there_once() -> None:
    theirs = {"Zaaknummer": "Z-12 & <ander>", Property.FORM.value.upper(): "van een vorige keer"}
    template = packed(with_own_properties(parts_of(in_house_style(bare)), theirs))
    properties = own_properties(parts_of(make_word_form(a_choice(), PRINTED_ON, template)))
    assert properties["Zaaknummer"] == "Z-12 & <ander>"
    assert [value for name, value in properties.items() if name.lower() == Property.FORM] == [FORM]


@pytest.mark.parametrize("change", HOUSE_STYLES)
def test_it_takes_the_looks_of_an_own_template_with_every_word(change: Callable[[Entries], None]) -> None:
    document = make_word_form(a_choice(), PRINTED_ON, in_house_style(change))
    said, usual = ([line.partition("] ")[2] for line in outline(each).split("\n")] for each in (document, made()))
    assert said == usual
    assert findings(document) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: made("uiterste-teksten"),
        lambda: made(is_filled_before=False),
        lambda: make_word_form(a_choice(), PRINTED_ON, in_house_style(bare)),
    ],
)
def test_word_and_everybody_can_read_it(
    make: Callable[[], bytes], open_xml_errors: Callable[[bytes], list[dict[str, Any]]]
) -> None:
    document = make()
    assert open_xml_errors(document) == []
    assert findings(document) == []


def test_comments_in_the_text_of_an_own_template_do_not_travel_along() -> None:
    theirs = Reviewed(in_house_style(bare))
    theirs.write("Dit is van binnen.", theirs.paragraph("[organisatie]"))
    parts = parts_of(make_word_form(a_choice(), PRINTED_ON, theirs.saved()))
    assert [name for name in parts if "comments" in name] == []
    assert b"comments" not in parts["[Content_Types].xml"]


def test_a_template_made_for_the_form_is_used_as_it_is() -> None:
    parts = parts_of(FORM_TEMPLATE.read_bytes())
    own = b"<w:body><w:p><w:r><w:t>Eigen</w:t></w:r></w:p>"
    template = packed(parts | {"word/document.xml": parts["word/document.xml"].replace(b"<w:body>", own)})
    assert outline(make_word_form(a_choice(), PRINTED_ON, template)).startswith("[Normal] Eigen\n")


def test_a_field_that_does_not_exist_is_refused_with_its_place() -> None:
    parts = parts_of(FORM_TEMPLATE.read_bytes())
    wrong = parts["word/document.xml"].replace(b'<w:tag w:val="invul:bewijs"/>', b'<w:tag w:val="invul:bewijz"/>')
    with pytest.raises(InvalidInputError, match=r"rij 5: het invulveld 'invul:bewijz'.*bedoelt u 'invul:bewijs'"):
        make_word_form(a_choice(), PRINTED_ON, packed(parts | {"word/document.xml": wrong}))


def test_the_same_form_twice_is_the_same_file() -> None:
    assert made() == made()
