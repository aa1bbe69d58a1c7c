"""An own template: seen before it is used, used by everybody, and gone when it is taken away."""

import io
import zipfile
from collections.abc import Callable

import pytest

from questionnaire.example import EXAMPLE_ID
from questionnaire.store import Store
from reporting.report import STANDARD_TEMPLATE
from tests.app_pages.assessments import MARKUP, make
from tests.app_pages.visit import Visit

DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
STANDARD = STANDARD_TEMPLATE.read_bytes()


def _changed(part: str, old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(STANDARD)) as source, zipfile.ZipFile(target, "w") as archive:
        assert old.encode() in source.read(part)
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return target.getvalue()


OWN = _changed("word/theme/theme1.xml", "</a:clrScheme>", "</a:clrScheme><!-- eigen -->")


def _press(visit: Visit, label: str) -> Visit:
    next(button for button in visit.app.button if button.label == label).click()
    return visit.run()


def _uploaded(assessment: str, content: bytes, name: str = "huisstijl.docx") -> Visit:
    visit = Visit("huisstijl", assessment)
    visit.app.file_uploader[0].upload(name, content, "application/octet-stream")
    return visit.run()


def _labels(visit: Visit) -> list[str]:
    return [button.label for button in visit.app.button]


def _previews(visit: Visit) -> list[str]:
    return [entry["label"] for kind, entry in visit.entries() if kind == "download_button"]


def test_the_standard_template_and_its_explanation_can_be_downloaded(store: Store) -> None:
    assessment = make(store, "vers")
    visit = Visit("huisstijl", assessment)
    assert visit.downloads() == {
        "Download het standaardsjabloon": f"/bestanden/{assessment}/standaardsjabloon.docx",
        "Download de uitleg": f"/bestanden/{assessment}/uitleg-sjabloon.md",
    }
    assert "Het standaardsjabloon." in visit.words()


def test_a_template_that_fits_is_checked_and_shown_before_it_is_used(store: Store) -> None:
    assessment = make(store, "vers")
    visit = _uploaded(assessment, OWN)

    assert "Met dit sjabloon kan een rapport worden gemaakt." in visit.words()
    assert "Download het proefrapport" in _previews(visit)
    assert store.templates.find(assessment) is None

    _press(visit, "Gebruik dit sjabloon")
    own = store.templates.find(assessment)
    assert own is not None
    assert own.name == "huisstijl.docx"
    assert b"eigen" in _theme(store, assessment)
    assert r"**huisstijl\.docx**, gekozen om" in visit.words()
    assert "Gebruik dit sjabloon" not in _labels(visit)
    assert r"Sjabloon: huisstijl\.docx." in visit.go("rapport").words()


def _theme(store: Store, assessment: str) -> bytes:
    content = store.templates.content(assessment)
    assert content is not None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/theme/theme1.xml")


def test_a_word_template_is_kept_as_a_document(store: Store) -> None:
    assessment = make(store, "vers")
    _press(_uploaded(assessment, _changed(TYPES, "document.main+xml", "template.main+xml"), "x.dotx"), USE)
    own = store.templates.find(assessment)
    assert own is not None
    assert own.name == "x.docx"


USE = "Gebruik dit sjabloon"


def test_a_template_can_be_taken_away_again(store: Store) -> None:
    assessment = make(store, "vers")
    visit = _press(_uploaded(assessment, OWN), USE)
    _press(visit, "Stop met dit sjabloon")

    assert store.templates.find(assessment) is None
    assert "Het standaardsjabloon." in visit.words()
    assert [event.kind for event in store.detail_history(assessment)][:2] == ["sjabloon-weg", "sjabloon"]
    assert "Sjabloon: het standaardsjabloon." in visit.go("rapport").words()


OTHER = _changed("word/theme/theme1.xml", "</a:clrScheme>", "</a:clrScheme><!-- van een ander -->")


def test_what_somebody_else_chose_meanwhile_is_told_and_not_replaced_unseen(store: Store) -> None:
    assessment = make(store, "vers")
    visit = _uploaded(assessment, OWN)
    store.templates.keep(assessment, "ander.docx", OTHER, author="communicatie")

    _press(visit, USE)
    assert store.templates.content(assessment) == OTHER
    assert "Iemand anders heeft intussen een ander sjabloon gekozen. Er is NIETS veranderd." in visit.words()
    assert r"**ander\.docx**, gekozen om" in visit.words()
    assert "door communicatie" in visit.words()
    assert visit.downloads()["Download dit sjabloon"] == f"/bestanden/{assessment}/sjabloon.docx"

    _press(visit, USE)
    assert b"eigen" in _theme(store, assessment)
    kinds = [event.kind for event in store.detail_history(assessment)]
    assert kinds[:2] == ["sjabloon", "sjabloon"]


def test_what_somebody_else_chose_meanwhile_is_not_taken_away_unseen(store: Store) -> None:
    assessment = make(store, "vers")
    visit = _press(_uploaded(assessment, OWN), USE)
    store.templates.keep(assessment, "ander.docx", OTHER, author="")
    _press(visit, "Stop met dit sjabloon")
    assert store.templates.content(assessment) == OTHER
    assert "Er is NIETS veranderd." in visit.words()
    _press(visit, "Stop met dit sjabloon")
    assert store.templates.find(assessment) is None


@pytest.mark.parametrize(
    ("make_content", "message"),
    [
        (lambda: b"Geachte heer, mevrouw,", "Dit bestand kan geen sjabloon zijn; er is niets gewijzigd."),
        (lambda: STANDARD[:-40], "Dit bestand kan geen sjabloon zijn; er is niets gewijzigd."),
        (
            lambda: _changed(DOCUMENT, '"organisatie"', '"organisatei"'),
            "het invulveld 'organisatei' bestaat hier niet; bedoelt u 'organisatie'?",
        ),
        (lambda: _changed(DOCUMENT, '"hulpmiddel"', '""'), "Het invulveld 'hulpmiddel' ontbreekt;"),
    ],
)
def test_a_template_that_does_not_fit_is_told_and_cannot_be_used(
    make_content: Callable[[], bytes], message: str, store: Store
) -> None:
    assessment = make(store, "vers")
    visit = _uploaded(assessment, make_content())

    assert message in visit.words()
    assert USE not in _labels(visit)
    assert "Download het proefrapport" not in _previews(visit)
    assert store.templates.find(assessment) is None


def test_words_from_the_file_are_never_interpreted(store: Store) -> None:
    hostile = MARKUP[:60].replace("<", "&lt;").replace('"', "&quot;")
    visit = _uploaded(make(store, "vers"), _changed(DOCUMENT, '"organisatie"', f'"{hostile}"'), "![](x) <b>.docx")

    assert "<script>alert(1)</script>" in visit.words()
    assert not {element.tag for element in visit.parsed().iter()} & {"script", "img", "b"}
    assert [text for text in visit.markdown() if "alert" in text] == []


def test_a_template_of_an_earlier_version_that_fits_no_more_is_told_and_not_used(store: Store) -> None:
    assessment = make(store, "vers")
    store.templates.keep(assessment, "oud.docx", _changed(DOCUMENT, '"organisatie"', '"instelling"'), author="")
    visit = Visit("rapport", assessment)

    assert r"Uw sjabloon oud\.docx past niet bij deze versie van het programma." in visit.words()
    assert "Download het Word-rapport" in visit.downloads()


def test_the_example_has_no_template_of_its_own(store: Store) -> None:
    visit = Visit("huisstijl", EXAMPLE_ID)
    assert visit.headings == ["Zelf een sjabloon maken"]
    assert not visit.app.file_uploader
