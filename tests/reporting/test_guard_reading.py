"""What the guard does not look at element by element can hold nothing that it must see."""

import pytest

from reporting.guard import LIMITS, RefusedFileError, open_safely
from reporting.guard.xml_parts import watched_span
from tests.reporting.hostile_parts import W, code, field, with_body

PLAIN = "<w:p><w:r><w:t>tekst</w:t></w:r></w:p>" * 200
EMPTY = "<w:p><w:r/></w:p>" * 200
DDE = field(code(" DDE x "))
OPEN_FIELD = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{EMPTY}<w:r>{code(" DDE x ")}</w:r></w:p>'
FIELD_OVER_TEXT = (
    f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>{code(" DD")}</w:r></w:p>{EMPTY}'
    f'<w:p><w:r>{code("E x ")}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
REFUSED = {
    "vooraan": DDE + PLAIN,
    "achteraan": PLAIN + DDE,
    "begonnen-en-nooit-geeindigd": PLAIN + OPEN_FIELD + PLAIN,
    "over-veel-tekst": PLAIN + FIELD_OVER_TEXT + PLAIN,
    "na-een-gewoon-veld": field(code(" PAGE ")) + PLAIN + DDE + PLAIN,
    "in-een-ander-voorvoegsel": PLAIN + f'<q:fldSimple xmlns:q="{W}" q:instr="DDE x"/>' + PLAIN,
    "zonder-voorvoegsel": PLAIN + f'<fldSimple xmlns="{W}" xmlns:w="{W}" w:instr="DDE x"/>' + PLAIN,
    "object": PLAIN + "<w:object/>" + PLAIN,
    "adres": PLAIN + '<w:p><x src="http://example.org/a.png"/></w:p>' + PLAIN,
    "adres-op-een-nieuwe-regel": PLAIN + '<w:p><x\n src = "http://example.org/a.png"/></w:p>' + PLAIN,
    "adres-met-voorvoegsel": PLAIN + '<x xmlns:l="http://www.w3.org/1999/xlink" l:href="file:///a"/>' + PLAIN,
    "damage-achteraan": PLAIN + "<w:p></w:r>",
    "naam-in-cdata-ervoor": "<w:p><![CDATA[ <w:fldChar> ]]></w:p>" + PLAIN + DDE,
}
DEEPER = LIMITS.depth - 1
"""Elements in the body, which is the second itself: one more than may be."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_found_anywhere(name: str) -> None:
    with pytest.raises(RefusedFileError):
        open_safely(with_body(REFUSED[name]))


@pytest.mark.parametrize(
    ("before", "inner"),
    [
        ("", ""),
        ("<w:p>/>/>/></w:p>", ""),
        ('<w:p w:a="/>"/>' * 50, ""),
        ("<!-- </w:p> -->" * 50, ""),
        ("<w:p><![CDATA[</w:p></w:p>]]></w:p>", ""),
        ("<?a </w:p> ?>" * 50, ""),
        ("", "<w:p/>"),
    ],
)
def test_no_text_hides_how_deep_elements_nest(before: str, inner: str) -> None:
    def nested(times: int) -> bytes:
        return with_body(before + "<w:p>" * times + before + "</w:p>" * times)

    open_safely(nested(DEEPER - 2 - bool(inner)))
    with pytest.raises(RefusedFileError, match="te diep genest"):
        open_safely(nested(DEEPER))


def test_only_what_may_matter_is_looked_at() -> None:
    xml = b'<w:p>over een object, en controle</w:p><w:fldChar w:t="begin"/><w:p/>'
    first, behind_last = watched_span(xml)
    assert xml[first:behind_last] == b'<w:fldChar w:t="begin"/>'
    assert watched_span(b"<w:p>over een object</w:p>") == (0, 0)
    assert watched_span(b"<w:p>een href in de tekst</w:p>") == (0, 31)
