"""Explainers: what to know about a point that often confuses, apart from any one norm."""

from pydantic import Field

from questionnaire.model.base import ContentModel, Text


class ExplainerPoint(ContentModel):
    """One statement of an explainer, with where it comes from."""

    text: Text = Field(alias="tekst")
    sources: tuple[Text, ...] = Field(alias="bronnen", min_length=1)


class ComparisonRow(ContentModel):
    """One question about what is compared, with an answer for each column."""

    question: Text = Field(alias="vraag")
    answers: tuple[Text, ...] = Field(alias="antwoorden")


class Comparison(ContentModel):
    """A small table that sets things side by side."""

    columns: tuple[Text, ...] = Field(alias="kolommen")
    rows: tuple[ComparisonRow, ...] = Field(alias="rijen")
    sources: tuple[Text, ...] = Field(alias="bronnen", min_length=1)
    warning: Text = Field("", alias="let_op")


class Explainer(ContentModel):
    """What to know about a point that often confuses: statements, a comparison, or both."""

    id: Text
    title: Text = Field(alias="titel")
    norms: tuple[Text, ...] = Field(alias="normen", min_length=1)
    """Ids of the norms that point their reader here."""
    points: tuple[ExplainerPoint, ...] = Field((), alias="punten")
    comparison: Comparison | None = Field(None, alias="vergelijking")
