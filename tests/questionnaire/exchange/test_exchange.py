"""A file that goes out comes back the same, and a file that cannot be used says what is wrong with it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from questionnaire.errors import InvalidInputError
from questionnaire.exchange.document import SCHEMA_FILE, from_json, to_json
from questionnaire.exchange.parsing import MAX_BYTES
from questionnaire.model.assessment import (
    AMBITIONS,
    MAX_PARTICULAR,
    AnswerField,
    Assessment,
    Confidentiality,
    Depth,
    Level,
    OrganisationKind,
    ParticularField,
    Particulars,
)
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.plan import (
    YES,
    Certainty,
)
from questionnaire.model.settlement import Settlement, Status
from tests.questionnaire.exchange.documents import (
    ASSESSMENT,
    ASSESSMENTS,
    JSON_VALUES,
    QUESTIONNAIRE,
    answers_of,
    assert_refused,
)


def cleaned(assessment: Assessment) -> Assessment:
    """What may be expected back: texts cleaned, empty answers left out."""

    def in_text(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: in_text(entry) for key, entry in value.items()}
        if isinstance(value, (list, tuple)):
            return [in_text(entry) for entry in value]
        return clean(value) if type(value) is str else value

    whole = Assessment.model_validate(in_text(assessment.model_dump(by_alias=True)))
    return whole.model_copy(update={"answers": {i: a for i, a in whole.answers.items() if not a.is_empty}})


@given(ASSESSMENTS)
@settings(derandomize=True, deadline=None)
def test_what_goes_out_comes_back_cleaned_and_otherwise_the_same(assessment: Assessment) -> None:
    text = to_json(assessment, QUESTIONNAIRE)
    assert from_json(text, QUESTIONNAIRE) == cleaned(assessment)
    assert from_json(text.encode(), QUESTIONNAIRE) == from_json(text, QUESTIONNAIRE)


def test_the_published_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


@given(ASSESSMENTS)
@settings(derandomize=True, deadline=None, max_examples=50)
def test_every_file_fits_the_published_schema(assessment: Assessment) -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert list(validator.iter_errors(json.loads(to_json(assessment, QUESTIONNAIRE)))) == []


def test_the_schema_names_every_field_and_choice_of_the_models() -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    answer = schema["$defs"]["antwoord"]["properties"]
    assert set(answer) - {"code", "titel"} == {field.value for field in AnswerField}
    assert answer["niveau"]["enum"] == [level.value for level in Level]
    assert answer["ambitie"]["enum"] == [level.value for level in AMBITIONS]
    assert answer["zekerheid"]["enum"] == [certainty.value for certainty in Certainty]
    assert answer["herbevestigen"]["enum"] == [YES]
    assert schema["properties"]["diepte"]["enum"] == [depth.value for depth in Depth]
    particulars = schema["$defs"]["gegevens"]["properties"]
    assert list(particulars) == [field.value for field in ParticularField]
    assert particulars["vertrouwelijkheid"]["enum"] == [each.value for each in Confidentiality]
    assert {entry.get("maxLength", MAX_PARTICULAR) for entry in particulars.values()} == {MAX_PARTICULAR}
    assert schema["$defs"]["organisatie"]["properties"]["soort"]["enum"] == [
        kind.value for kind in OrganisationKind
    ]
    assert {answer[field.value].get("maxLength") for field in AnswerField} == {None, MAX_TEXT}
    assert schema["properties"]["status"]["enum"] == [status.value for status in Status]
    assert list(schema["$defs"]["vaststelling"]["properties"]) == [
        str(field.alias) for field in Settlement.model_fields.values()
    ]


def test_the_file_reads_like_this() -> None:
    assert to_json(ASSESSMENT, QUESTIONNAIRE) == (
        """{
  "schema": "was-wordt/zelfbeoordeling",
  "schemaversie": 4,
  "id": "kenmerk",
  "gemaakt_op": "2026-02-28T09:30:00+00:00",
  "lijst": "was-wordt-vams",
  "inhoudsversie": "2026.1",
  "organisatie": {
    "soort": "samenwerking",
    "naam": "Samen Sterk",
    "gemeenten": [
      {
        "gm_code": "GM0344",
        "naam": "Utrecht"
      },
      {
        "gm_code": "GM0518",
        "naam": "'s-Gravenhage"
      }
    ]
  },
  "diepte": "kern",
  "peildatum": "2026-03-01",
  "antwoorden": {
    "een-aanspreekpunt": {
      "code": "1.01",
      "titel": "een aanspreekpunt",
      "niveau": "niet-van-toepassing",
      "nvt_reden": "Doet de regio"
    },
    "plan-met-inwoner": {
      "code": "1.02",
      "titel": "plan met inwoner",
      "niveau": "deels-geregeld",
      "was": "Regel één\\nRegel twee",
      "bewijs_link": "https://voorbeeld.nl"
    }
  }
}
"""
    )


WITH_PARTICULARS = ASSESSMENT.model_copy(
    update={"particulars": Particulars(reference="Z/1", confidentiality=Confidentiality.INTERNAL)}
)


def test_particulars_stand_in_it_as_far_as_they_are_filled_in() -> None:
    document = json.loads(to_json(WITH_PARTICULARS, QUESTIONNAIRE))
    assert document["gegevens"] == {"kenmerk": "Z/1", "vertrouwelijkheid": "intern"}


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_file_without_particulars_reads_as_empty_whatever_its_version(version: int) -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    assert "gegevens" not in document
    document["schemaversie"] = version
    assert from_json(json.dumps(document), QUESTIONNAIRE).particulars == Particulars()


def test_a_file_from_before_there_were_lists_is_of_the_first_one() -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    del document["lijst"]
    assert from_json(json.dumps(document), QUESTIONNAIRE).list_id == FIRST_LIST


@pytest.mark.parametrize("ours", [FIRST_LIST, "lijst-van-veen"])
def test_a_file_of_another_list_is_refused_whatever_its_version(ours: str) -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    document["lijst"] = "lijst-van-zand" if ours == FIRST_LIST else document["lijst"]
    content = QUESTIONNAIRE.model_copy(update={"id": ours})
    with pytest.raises(
        InvalidInputError, match=f"lijst: dit hoort bij een andere vragenlijst.*{document['lijst']}"
    ):
        from_json(json.dumps(document), content)


def test_code_and_title_are_for_human_readers_only() -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    for answer in document["antwoorden"].values():
        answer["code"], answer["titel"] = "9.99", "Iets anders"
    assert from_json(json.dumps(document), QUESTIONNAIRE) == ASSESSMENT


def test_an_answer_that_is_all_empty_is_no_answer() -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    document["antwoorden"]["gegevens-vastgelegd"] = {"code": "1.03", "was": "", "bewijs": "\x00"}
    assert from_json(json.dumps(document), QUESTIONNAIRE) == ASSESSMENT


def test_a_text_may_be_as_long_as_the_store_allows() -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    document["antwoorden"]["plan-met-inwoner"]["was"] = "\r\n" * MAX_TEXT
    read = from_json(json.dumps(document), QUESTIONNAIRE)
    assert read.answer("plan-met-inwoner").practice == "\n" * MAX_TEXT


def test_a_byte_order_mark_is_no_problem() -> None:
    text = to_json(ASSESSMENT, QUESTIONNAIRE)
    assert from_json(text.encode("utf-8-sig"), QUESTIONNAIRE) == ASSESSMENT
    assert from_json("\ufeff" + text, QUESTIONNAIRE) == ASSESSMENT


@pytest.mark.parametrize(
    ("breaks", "message"),
    [
        (lambda d: d.update(schema="iets-anders"), "bestand > schema: dit is geen zelfbeoordeling"),
        (lambda d: d.pop("schema"), "bestand > schema: dit is geen zelfbeoordeling"),
        (lambda d: d.update(schemaversie=5), "schemaversie: 5 is nieuwer dan dit programma kent (4). Werk"),
        (lambda d: d.update(schemaversie=0), "schemaversie: is geen versienummer"),
        (lambda d: d.update(schemaversie=True), "schemaversie: is geen versienummer"),
        (lambda d: d.update(schemaversie="1"), "schemaversie: is geen versienummer"),
        (lambda d: d.update(inhoudsversie="2031.4"), "horen bij versie 2031.4 van de vragenlijst"),
        (lambda d: d.update(inhoudsversie=7), "bestand > inhoudsversie: moet tekst zijn"),
        (lambda d: d.pop("inhoudsversie"), "bestand > inhoudsversie: ontbreekt; vul dit veld in"),
        (lambda d: d.pop("id"), "bestand > id: ontbreekt; vul dit veld in"),
        (lambda d: d.pop("antwoorden"), "bestand > antwoorden: ontbreekt; vul dit veld in"),
        (lambda d: d.update(antwoorden=[]), "bestand > antwoorden: moet een groep velden"),
        (lambda d: d.update(diepte="half"), "bestand > diepte: 'half' is geen keuze; kies uit: kern, volledig"),
        (lambda d: d.update(peildatum="31-12-2026"), "bestand > peildatum: '31-12-2026' is geen datum"),
        (lambda d: d.update(peildatum="2026-02-30"), "bestand > peildatum: '2026-02-30' is geen datum"),
        (
            lambda d: d.update(gemaakt_op="2026-02-28"),
            "bestand > gemaakt_op: '2026-02-28' heeft niet de goede vorm",
        ),
        (lambda d: d.update(gemaakt_op="2026-02-30T09:30:00Z"), "bestand > gemaakt_op: deze waarde kan niet"),
        (lambda d: d.update(gegevens=[]), "bestand > gegevens: moet een groep velden"),
        (
            lambda d: d.update(gegevens={"vertrouwelijkheid": "geheim"}),
            "bestand > gegevens > vertrouwelijkheid: 'geheim' is geen keuze; kies uit: openbaar, beperkt",
        ),
        (
            lambda d: d.update(gegevens={"versie": "x" * 121}),
            "bestand > gegevens > versie: is te lang: 121 tekens",
        ),
        (lambda d: d.update(gegevens={"zaak": "x"}), "bestand > gegevens > zaak: onbekend veld"),
        (lambda d: d.update(extra=1), "bestand > extra: onbekend veld"),
        (lambda d: d["organisatie"].update(naam="\x00"), "bestand > organisatie > naam: is leeg"),
        (
            lambda d: d["organisatie"].update(soort="bedrijf"),
            "bestand > organisatie > soort: 'bedrijf' is geen keuze",
        ),
        (
            lambda d: d["organisatie"]["gemeenten"][0].update(gm_code="0344"),
            "gemeenten > nr 1 > gm_code: '0344' heeft",
        ),
        (
            lambda d: d["organisatie"]["gemeenten"][1].update(gm_code="GM0344\n"),
            "gemeenten > 1 > gm_code: deze waarde",
        ),
        (
            lambda d: d["antwoorden"].update({"plan-met-inwoners": {}}),
            "deze norm bestaat niet; bedoelt u 'plan-met-",
        ),
        (lambda d: answers_of(d).update(niveau="prima"), "plan-met-inwoner > niveau: 'prima' is geen keuze"),
        (lambda d: answers_of(d).update(niveau=3), "plan-met-inwoner > niveau: moet tekst zijn"),
        (lambda d: answers_of(d).update(niveau=None), "plan-met-inwoner > niveau: is leeg"),
        (lambda d: answers_of(d).update(was=["tekst"]), "plan-met-inwoner > was: moet tekst zijn"),
        (lambda d: answers_of(d).update(was="x" * (MAX_TEXT + 1)), "was: is te lang: 20001 tekens"),
        (lambda d: answers_of(d).update(wat="x"), "plan-met-inwoner > wat: onbekend veld; bedoelt u 'was'?"),
    ],
)
def test_a_wrong_value_is_told_with_place_and_remedy(
    breaks: Callable[[dict[str, Any]], object], message: str
) -> None:
    assert_refused(ASSESSMENT, breaks, message)


def test_all_problems_are_told_at_once() -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    document["diepte"] = "half"
    document["antwoorden"]["weg-ermee"] = {"niveau": "soms"}
    answers_of(document)["niveau"] = "prima"
    with pytest.raises(InvalidInputError) as caught:
        from_json(json.dumps(document), QUESTIONNAIRE)
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "bestand > antwoorden > plan-met-inwoner > niveau",
        "bestand > diepte",
        "bestand > antwoorden > weg-ermee",
    ]


def test_a_flood_of_problems_stays_readable() -> None:
    document = json.loads(to_json(ASSESSMENT, QUESTIONNAIRE))
    document["antwoorden"] = {f"onbekend-{number}-" + "x\n" * 400: {} for number in range(50)}
    with pytest.raises(InvalidInputError) as caught:
        from_json(json.dumps(document), QUESTIONNAIRE)
    lines = str(caught.value).splitlines()
    assert (len(lines), lines[-1]) == (21, "En nog 30 andere. Verbeter eerst deze.")
    assert max(map(len, lines)) <= 300


TEXT = to_json(ASSESSMENT, QUESTIONNAIRE)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "bestand > regel 1, teken 1: hier klopt de JSON niet"),
        (TEXT.encode()[:-20], "hier klopt de JSON niet"),
        (b"PK\x03\x04\xff\xfe", "dit is geen tekst in UTF-8"),
        (TEXT.encode("utf-16"), "dit is geen tekst in UTF-8"),
        (TEXT.encode("latin-1"), "dit is geen tekst in UTF-8"),
        (b"[1, 2]", "dit is geen zelfbeoordeling"),
        (b"null", "dit is geen zelfbeoordeling"),
        (b'{"schema": NaN}', "NaN is geen waarde in JSON"),
        (b'{"schema": -Infinity}', "-Infinity is geen waarde in JSON"),
        (b'{"schemaversie": ' + b"9" * 5000 + b"}", "er staat een getal in dat niet kan"),
        (b'{"schema": 1, "schema": 2}', "bestand > schema: staat er twee keer; haal er een weg"),
        (TEXT.replace('"id"', '"diepte"'), "bestand > diepte: staat er twee keer"),
        (b" " * (MAX_BYTES + 1), "is te groot: 10 MB, en er mag hoogstens 10 MB in"),
        ("é" * (MAX_BYTES // 2 + 1), "is te groot"),
        (b"[" * 2_000, "te diep genest"),
        (b"[" * 100_000, "veel meer in"),
        (b'{"schema":' * 100_000, "veel meer in"),
        (TEXT.replace('"deels-geregeld"', "[" * 900 + "]" * 900), "te diep genest|niveau: moet tekst zijn"),
        (TEXT.replace("Samen Sterk", "\ud800" * 200).replace("Utrecht", "\ud800"), "naam: is leeg"),
    ],
)
def test_a_damaged_or_foreign_file_is_refused_in_words(data: bytes | str, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        from_json(data, QUESTIONNAIRE)


@given(st.binary(max_size=200) | st.text(max_size=200))
@settings(derandomize=True, deadline=None)
def test_no_file_at_all_gives_another_error(data: bytes | str) -> None:
    with pytest.raises(InvalidInputError):
        from_json(data, QUESTIONNAIRE)


@given(
    st.sampled_from([*json.loads(TEXT), "gegevens", "was", "niveau", "gemeenten"]),
    JSON_VALUES,
)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_any_value_in_any_place_is_read_or_refused(key: str, value: object) -> None:
    document = json.loads(TEXT)
    holders = (document, document["organisatie"], answers_of(document))
    next((holder for holder in holders if key in holder), document)[key] = value
    try:
        from_json(json.dumps(document), QUESTIONNAIRE)
    except InvalidInputError as error:
        assert "bestand" in str(error)


@pytest.mark.parametrize(
    "text",
    [
        '{"a":[' + "[]," * 5_000 + "1]}",
        "{" + '"a":1,' * 50_000 + '"b":1}',
        '{"a":[' + "1," * 50_000 + "1]}",
        '{"a":"' + '\\"' * 1_000_000,
    ],
    ids=["groepen", "velden", "getallen", "tekst-zonder-einde"],
)
def test_a_file_with_far_too_much_is_refused_before_it_is_read(text: str) -> None:
    with pytest.raises(InvalidInputError, match=r"veel meer in|klopt de JSON niet"):
        from_json(text, QUESTIONNAIRE)


def test_of_very_many_problems_only_the_first_are_sought() -> None:
    document = {"schema": "was-wordt/zelfbeoordeling", "schemaversie": 3} | {f"k{n}": 1 for n in range(2_000)}
    with pytest.raises(InvalidInputError, match="En nog 80 of meer andere"):
        from_json(json.dumps(document), QUESTIONNAIRE)
