"""Read a filled Word form back: every value rightly, or told with its norm, table and row. Never silently wrong.

A tag counts first; where a value has none, the labels of the table do. Decision 0019 tells which fields there are.
"""

from questionnaire.comparison.offered import Identity, OfferedFile, Severity, Source
from questionnaire.errors import InvalidInputError
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.reading.identity import identity_of_file, is_identity
from reporting.forms.reading.offers import Offers
from reporting.forms.reading.tables import Table, outline, parse_main
from reporting.forms.values import quoted
from reporting.forms.word.norms import NormReader
from reporting.forms.word.outside import Outside
from reporting.garbage import without_collecting
from reporting.guard import LIMITS, GuardedPackage
from reporting.package.parts import own_properties

MARK = b":comment "
COMMENTS = "Er staan opmerkingen van Word in dit bestand. Die zijn niet gelezen. Neem zelf over wat nodig is."


def read_word_form(package: GuardedPackage, name: str, content: Questionnaire) -> OfferedFile:
    """What a filled form offers, with everything a person should know before choosing.

    Args:
        package: what the guard let pass.
        name: of the file, for messages.
        content: all of it, not only the core.

    Raises:
        InvalidInputError: no norm is recognised, forms of different assessments stand in one file, or it is far
            larger than any form.
    """
    if package.parts[package.main_part].count(b"<") > LIMITS.form:
        raise InvalidInputError(
            f"{quoted(name)} is te groot voor een invullijst. Er is niets gelezen. Staan er meer lijsten in? "
            "Bewaar die dan als aparte bestanden. Kies anders het bestand dat hier is gemaakt."
        )
    with without_collecting():
        return _read(package, name, content)


def _read(package: GuardedPackage, name: str, content: Questionnaire) -> OfferedFile:
    properties = own_properties(package.parts)
    offers = Offers(content)
    reader = NormReader(content, offers)
    outside = Outside(content, reader.names)
    identities: list[Table] = []
    for found in outline(parse_main(package.parts[package.main_part]), outside.known):
        if not isinstance(found, Table):
            reader.read_outside(found)
            outside.add(found)
            continue
        blocks = reader.read(found)
        if blocks:
            outside.follow(blocks[-1].norm, found)
        if not blocks or blocks[0].number > 1:
            if is_identity(found):
                identities.append(found)
                outside.restart()
            elif not blocks:
                outside.add_table(found)
    identity = identity_of_file(properties, identities, content, offers)
    if not offers.has_norms:
        raise _without_norms(name, identity, content)
    if any(part.startswith("word/comments") and MARK in xml for part, xml in package.parts.items()):
        offers.find(Severity.WARNING, "", COMMENTS)
    values = offers.settle()
    offers.tell_absent(outside.headed.values())
    outside.tell(offers)
    return OfferedFile(name, Source.WORD_FORM, identity, values, findings=offers.told())


def _without_norms(name: str, identity: Identity, content: Questionnaire) -> InvalidInputError:
    version = identity.content_version
    other = f" Het is gemaakt met versie {version} van de vragenlijst; hier is het versie {content.version}."
    return InvalidInputError(
        f"In {quoted(name)} is geen norm van de vragenlijst gevonden. Er is niets gelezen."
        f"{other if version not in ('', content.version) else ''} "
        "Kies een invullijst die hier is gemaakt en als Word-document (.docx) is opgeslagen."
    )
