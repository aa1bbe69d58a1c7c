"""What the signs of an XML part tell before anything reads it as XML: counted, with nothing built."""

LONGEST, SHORTEST = 4096, 256
"""Bytes of which the depth is looked at together: shorter ones where many elements begin."""


def count_tags(xml: bytes, depth: int) -> tuple[int, bool]:
    """How many "<" do not end an element, and whether elements of valid XML surely nest no deeper than `depth`.

    That is False as well when only reading it can tell. Assumes that there are no comments, instructions or CDATA.
    In a stretch nothing is deeper than where it begins with all that it opens, and of those that end themselves
    ("/>") one. With as many "<" as ">" no "/>" is text.

    >>> count_tags(b"<a><b/></a>", 2), count_tags(b"<a><b/></a>", 1)
    ((2, True), (2, False))
    """
    size = LONGEST
    begun = tags = level = place = 0
    while place < len(xml):
        behind = xml.find(b"<", place + size)
        end = len(xml) if behind < 0 else behind
        found, ended = xml.count(b"<", place, end), xml.count(b"</", place, end)
        alone = xml.count(b"/>", place, end)
        opened = found - ended - alone
        if level + opened + bool(alone) > depth:
            size //= 2
            if size < SHORTEST:
                return begun + xml.count(b"<", place) - xml.count(b"</", place), False
            continue
        begun += found - ended
        tags += found
        level += opened - ended
        place = end
    return begun, tags == xml.count(b">")


def has_stretch(xml: bytes, length: int) -> bool:
    """Whether so many bytes without "<" stand behind a "<".

    >>> has_stretch(b"<a>1234</a>", 6), has_stretch(b"<a>1234</a>", 7)
    (True, False)
    """
    place = xml.find(b"<")
    while 0 <= place < len(xml) - length:
        place = xml.rfind(b"<", place + 1, place + 1 + length)
        if place < 0:
            return True
    return False
