"""The answers as a table: pandas frame, Excel and CSV. No cell can become a formula.

pandas is imported when a table is made, so that a report does not wait for it.
"""

import io
from typing import TYPE_CHECKING

from questionnaire.model.assessment import Answer, AnswerField, Level
from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.score import NormResult, Result, SectionResult
from reporting.wording.answers import organisation_name, role_label, status_label

if TYPE_CHECKING:
    import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
WIDTH_BY_COLUMN = {
    "Onderdeel": 24,
    "Nr.": 7,
    "Norm-id": 26,
    "Titel": 30,
    "Wordt": 45,
    "Rust op": 22,
    "Artikel": 24,
    "Gewicht": 9,
    "Streefniveau": 12,
    "Niveau": 9,
    "Niveau in woorden": 20,
    "Kloof": 8,
    "Was": 60,
    "Anders geregeld": 30,
    "Reden niet van toepassing": 30,
    "Bewijs": 30,
    "Vindplaats": 30,
    "Opmerking": 30,
    "Wie weet dit": 26,
    "Behaald": 9,
    "Ontbreekt": 10,
    "Open": 8,
    "Ambitie": 9,
    "Ambitie in woorden": 20,
    "Kwartaal": 10,
    "Zekerheid": 10,
    "Nog bevestigen": 11,
}
"""Columns in order with their width in Excel, in characters."""


def answer_table(result: Result) -> "pd.DataFrame":
    """One row per norm asked, in content order; columns as in WIDTH_BY_COLUMN.

    Types: Gewicht, Streefniveau, Behaald, Ontbreekt and Open are int64; Niveau and Kloof are Int64 and missing
    while a norm is open or does not apply, Ambitie is Int64 and missing without one; all other columns are text,
    empty when nothing was filled in. Kwartaal is that of the ambition, such as "2027-K2", so that it sorts.
    """
    import pandas as pd

    rows = [row(section, norm, result) for section in result.sections for norm in section.norms]
    frame = pd.DataFrame(rows, columns=list(WIDTH_BY_COLUMN))
    return frame.astype({"Niveau": "Int64", "Kloof": "Int64", "Ambitie": "Int64"})


def row(section: SectionResult, result: NormResult, whole: Result) -> list[str | int | None]:
    """One norm with its answer and points."""
    norm, answer, content = result.norm, result.answer, whole.questionnaire
    return [
        section.section.name,
        norm.code,
        norm.id,
        norm.title,
        norm.statement,
        status_label(norm, content),
        norm.article,
        norm.weight,
        norm.target,
        answer.height,
        level_label(answer.level, content),
        None if answer.height is None else result.gap,
        *own_words(answer),
        role_label(norm, content),
        result.score.reached,
        result.score.missing,
        result.score.open,
        *planned(answer, content),
    ]


def level_label(level: Level | None, content: Questionnaire) -> str:
    """A level as the user knows it; empty for none."""
    return "" if level is None else content.scale_by_level[level].label


def planned(answer: Answer, content: Questionnaire) -> list[str | int | None]:
    """What the municipality wants and how sure it is, in the order of the columns."""
    wanted = answer.wanted
    choices = (AnswerField.QUARTER, AnswerField.CERTAINTY, AnswerField.RECONFIRM)
    return [
        None if wanted is None else wanted.height,
        level_label(wanted, content),
        *(answer.value(field) for field in choices),
    ]


def own_words(answer: Answer) -> list[str]:
    """Everything the municipality wrote, in the order of the columns."""
    texts = (answer.practice, answer.otherwise, answer.reason, answer.evidence, answer.link, answer.remark)
    return [clean(text) for text in texts]


def to_excel(result: Result) -> bytes:
    """The answers as .xlsx: header frozen, filter on, long texts wrapped; a text is written as text only."""
    import xlsxwriter  # type: ignore[import-untyped]

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties(
        {"title": result.questionnaire.title, "author": organisation_name(result.assessment.organisation)}
    )
    sheet = book.add_worksheet("Antwoorden")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3F3FD"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (name, width) in enumerate(WIDTH_BY_COLUMN.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    rows = answer_table(result).astype(object).values.tolist()
    for line, values in enumerate(rows, start=1):
        for place, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(line, place, value, body)
            elif isinstance(value, int):
                sheet.write_number(line, place, value, body)
    sheet.freeze_panes(1, list(WIDTH_BY_COLUMN).index("Wordt"))
    sheet.autofilter(0, 0, len(rows), len(WIDTH_BY_COLUMN) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return target.getvalue()


def to_csv(result: Result) -> bytes:
    """The answers as CSV for a Dutch Excel: semicolons, UTF-8 with a mark, an apostrophe before a formula sign."""
    frame = answer_table(result)
    names: list[str] = list(frame.select_dtypes(include="str").columns)
    frame[names] = frame[names].map(harmless)
    return frame.to_csv(index=False, sep=";", lineterminator="\r\n").encode("utf-8-sig")


def harmless(text: str) -> str:
    """A text that a spreadsheet program does not take for a formula.

    >>> harmless("=1+1"), harmless("gewoon - tekst")
    ("'=1+1", 'gewoon - tekst')
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
