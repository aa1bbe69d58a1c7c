"""What the guard does not look at element by element can hold nothing that it must see."""

import re
from random import Random

import pytest

from reporting.guard import LIMITS, Limits, RefusedFileError, open_safely, xml_parts
from reporting.guard.counting import count_tags, has_stretch
from reporting.guard.limits import Budget
from reporting.guard.xml_parts import inspect_xml, watched_span
from tests.reporting.guard.hostile.parts import W, code, default, field, with_body, with_extra

PLAIN = "<w:p><w:r><w:t>tekst</w:t></w:r></w:p>" * 200
EMPTY = "<w:p><w:r/></w:p>" * 200
DDE = field(code(" DDE x "))
OPEN_FIELD = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{EMPTY}<w:r>{code(" DDE x ")}</w:r></w:p>'
FIELD_OVER_TEXT = (
    f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>{code(" DD")}</w:r></w:p>{EMPTY}'
    f'<w:p><w:r>{code("E x ")}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
MC = 'xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
RUN = f"<w:r>{code('{}')}</w:r>"
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
    "achter-een-instructie-met-een-teken": ("<w:p>&gt;</w:p>" + PLAIN + '<w:object w:a=">"/>').replace(
        "&gt;", ">"
    ),
    "alternatieven-om-het-begin": (
        f"<w:p><m:AlternateContent {MC}><m:Choice Requires='q'>{BEGIN}{RUN.format(' DD')}</m:Choice>"
        f"<m:Fallback>{RUN.format(' PAGE ')}</m:Fallback></m:AlternateContent>{RUN.format('E x ')}</w:p>"
    ),
    "wat-een-programma-mag-weglaten": (
        f"<w:p>{BEGIN}{RUN.format(' DD')}<q:x xmlns:q='urn:q'>{RUN.format(' PAGE ')}</q:x>"
        f"{RUN.format('E x ')}</w:p>"
    ),
    "element-in-de-code": field(code("DD<q:x xmlns:q='urn:q'/>E x ")),
    "veld-in-de-code": f"<w:p>{BEGIN}<w:r>{code(END + 'tekst')}</w:r></w:p>",
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


# Whatever is skipped, the verdict is the same as when every element is looked at


HEADS = (
    "",
    "<?xml version='1.0'?>",
    "<?xml-a < ?>",
    "<?xml-a > ?>",
    "<?xml-a <:object ?>",
    "\n" * 99,
    "\ufeff",
    "<!-- < -->",
)
NAMES = (
    *(
        "w:p",
        "w:t",
        "w:instrText",
        "w:delInstrText",
        "w:object",
        "w:control",
        "w:fldSimple",
        "fldSimple",
        "object",
    ),
    *("x:fldChar", "y:object", "objectX", "w:controlled", "instrText", "x:altChunk", "mc:AlternateContent"),
)
ATTRIBUTES = (
    *(
        'w:instr="DDE x"',
        "w:instr='PAGE'",
        'a=">"',
        "a='/>'",
        'src="http://x"',
        'href="#a"',
        f'xmlns="{W}"',
        'xmlns=""',
    ),
    *(f'xmlns:y="{W}"', 'l:href="file:///a"'),
)
TEXTS = (
    "",
    "tekst",
    " DDE ",
    "D",
    " PAGE ",
    "/>",
    ">",
    ":object",
    "&lt;w:object>",
    "\r",
    "src",
    "\x01",
    "</",
    "é",
)
OTHERS = (
    "<!-- <w:object/> -->",
    "<!-- > -->",
    "<![CDATA[<w:object>]]>",
    "<?a <w:fldChar?>",
    "<?a > ?>",
    "<?xml-a < ?>",
)
ENCODINGS = ("utf-8",) * 20 + ("utf-16", "utf-16-le")
SPACES = (
    f'xmlns:w="{W}" xmlns:x="{W}" xmlns:y="urn:y" xmlns:l="http://www.w3.org/1999/xlink" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def anything(chance: Random, depth: int) -> str:
    kind = chance.random()
    if depth == 0 or kind < 0.25:
        return chance.choice(TEXTS)
    if kind < 0.3:
        return chance.choice(OTHERS)
    name = chance.choice(("w:fldChar", *NAMES)) if kind < 0.8 else "w:fldChar"
    written = "".join(f" {chance.choice(ATTRIBUTES)}" for _ in range(chance.choice((0, 0, 0, 1, 2))))
    if name.endswith(":fldChar"):
        written += f' w:fldCharType="{chance.choice(("begin", "separate", "end"))}"'
    inner = "".join(anything(chance, depth - 1) for _ in range(chance.choice((0, 1, 1, 2, 3))))
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def verdict(xml: bytes) -> str:
    try:
        inspect_xml("deel.xml", xml, Budget(Limits(depth=5)))
    except RefusedFileError as error:
        return str(error)
    return ""


def test_skipping_never_changes_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(5)  # noqa: S311 - made the same each time
    made = []
    for _ in range(4_000):
        root = chance.choice(("w:document", "w:document", "w:object"))
        body = "".join(anything(chance, chance.randint(1, 6)) for _ in range(chance.randint(1, 3)))
        made.append(f"{chance.choice(HEADS)}<{root} {SPACES}>{body}</{root}>".encode(chance.choice(ENCODINGS)))
    skipping = [verdict(xml) == "" for xml in made]
    assert 200 < sum(skipping) < 3_800
    monkeypatch.setattr(xml_parts, "count_tags", lambda xml, depth: (count_tags(xml, depth)[0], False))
    assert [xml for xml, passed in zip(made, skipping, strict=True) if (verdict(xml) == "") != passed] == []


def deepest(xml: bytes) -> int:
    level = most = 0
    for tag in re.findall(rb"<[^>]*>", xml):
        most = max(most, level + (tag[1:2] != b"/"))
        level += (tag[1:2] != b"/") - (tag[1:2] == b"/") - (tag[-2:] == b"/>")
    return most


@pytest.mark.parametrize("depth", [2, 5, 20, 200])
def test_what_is_called_shallow_never_nests_deeper(depth: int) -> None:
    chance = Random(depth)  # noqa: S311 - made the same each time
    called = []
    for _ in range(400):
        times, more = chance.randint(0, 2 * depth), chance.randint(0, 300)
        beside = chance.choice(("<w:p/>", "<a>t</a>", "<w:p><w:r/></w:p>", "tekst")) * more
        xml = f"<a>{beside}{'<b>' * times}{'<c/>' * chance.randint(0, 2)}{'</b>' * times}{beside}</a>".encode()
        begun, is_shallow = count_tags(xml, depth)
        called.append(is_shallow)
        assert begun == xml.count(b"<") - xml.count(b"</")
        assert not is_shallow or deepest(xml) <= depth
    assert any(called)
    assert count_tags(b"<a>" + b"<b><c/></b>" * 5_000 + b"</a>", 40) == (10_001, True)


@pytest.mark.parametrize("before", [0, 1, 5, 100])
def test_a_long_stretch_is_found_wherever_it_stands(before: int) -> None:
    for length in (1, 7, 99):
        xml = b"<a/>" * before + b"<" + b"x" * 99 + b"<a/>" * before
        assert has_stretch(xml, length)
        assert not has_stretch(xml, 100)


# What the guard reads is what every reader after it reads


@pytest.mark.parametrize(
    "xml",
    [
        b'<?xml version="1.0" encoding="us-ascii"?><a>\xc3\xa9</a>',
        b'<?xml version="1.0" encoding="utf-16"?><a/>',
        "<a/>".encode("utf-16-le"),
        "\ufeff<a/>".encode("utf-16"),
    ],
)
def test_a_part_that_says_another_encoding_is_refused(xml: bytes) -> None:
    assert verdict(xml)
    assert not verdict("<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-be"])
def test_xml_under_the_name_of_a_picture_is_refused(encoding: str) -> None:
    hidden = {"word/media/a.png": ("\n" + "<w:comments/>").encode(encoding)}
    with pytest.raises(RefusedFileError, match="anders dan het zegt"):
        open_safely(with_extra(hidden, default("png", "image/png")))


def test_a_sign_in_an_instruction_does_not_make_up_for_one_behind_it() -> None:
    hidden = PLAIN + '<w:object w:a=">"/>'
    with pytest.raises(RefusedFileError, match="ingesloten object"):
        open_safely(with_body(hidden, prolog="<?xml-a < ?>"))
