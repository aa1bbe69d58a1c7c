"""The was-wordt list as a Word form: to fill in offline or on paper, and to read back."""

from collections.abc import Mapping
from datetime import date

from lxml import etree

from reporting.forms.layout import FormChoice, identity_of
from reporting.forms.word.compose import compose_form
from reporting.forms.word.content import FormContent
from reporting.package.identity import FileKind, identity_properties
from reporting.package.parts import OFFICE_RELATION, with_core_properties, with_own_properties, with_part
from reporting.report import TEMPLATES, template_for
from reporting.template.filling import compile_template
from reporting.template.looks import packed
from reporting.template.package import MAIN_PART, PARSER, WORD

FORM_TEMPLATE = TEMPLATES / "invullijst.docx"
SETTINGS = "word/settings.xml"
SETTINGS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
NO_SETTINGS = f'<w:settings xmlns:w="{WORD}"/>'.encode()
W = f"{{{WORD}}}"
BEFORE_PROTECTION = """
    writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
    revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
""".split()  # noqa: SIM905 - shorter to read than a list of strings
"""Word reads settings in a fixed order; these come first."""


def make_word_form(choice: FormChoice, printed_on: date, template: bytes | None = None) -> bytes:
    """The form as a .docx.

    Args:
        choice: which norms, for whom, and whether what is known is filled in.
        printed_on: the day that is told.
        template: one for the form, or one for the report: then the form takes over its looks only.

    Raises:
        InvalidInputError: the template cannot be used, with why and where.
    """
    used = FORM_TEMPLATE.read_bytes() if template is None else template_for(FormContent, template, FORM_TEMPLATE)
    content = compose_form(choice, printed_on)
    parts, _ = compile_template(used, FormContent).filled(content)
    parts = with_core_properties(
        parts, f"{content.title} – {content.organisation}", content.organisation, printed_on
    )
    parts = with_own_properties(parts, identity_properties(identity_of(choice), FileKind.FORM))
    return packed(protected(parts))


def protected(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with only the fields open to typing, without a password."""
    settings = etree.fromstring(parts.get(SETTINGS, NO_SETTINGS), PARSER)
    for other in settings.findall(f"{W}documentProtection"):
        settings.remove(other)
    place = sum(1 for setting in settings if etree.QName(setting).localname in BEFORE_PROTECTION)
    settings.insert(place, etree.Element(f"{W}documentProtection", {f"{W}edit": "forms", f"{W}enforcement": "1"}))
    xml = etree.tostring(settings, xml_declaration=True, encoding="UTF-8", standalone=True)
    kind = f"{OFFICE_RELATION}/settings"
    return with_part(parts, SETTINGS, xml, relation=kind, content_type=SETTINGS_TYPE, source=MAIN_PART)
