"""What holds the parts of a .docx together: relationships, content types, properties."""

TYPE = "application/vnd.openxmlformats"
WORDML = f"{TYPE}-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LOOKS = ("styles", "settings", "numbering", "fontTable")


def relationships(rows: list[tuple[str, str, str]]) -> str:
    """A relationships part from id, type and target."""
    lines = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows)
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def content_types() -> str:
    """The types of all parts."""
    kinds = {
        "document": "document.main",
        "header1": "header",
        "footer1": "footer",
        **{name: name for name in LOOKS},
    }
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORDML}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{TYPE}-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}'
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{TYPE}-officedocument.theme+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{TYPE}-package.core-properties+xml"/>'
        "</Types>"
    )


def core_properties() -> str:
    """Properties of the template itself."""
    return (
        f"{XML}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sjabloon was-wordt rapport</dc:title>'
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )
