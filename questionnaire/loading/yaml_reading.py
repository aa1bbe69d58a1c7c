"""Reads one YAML file safely: a syntax mistake or a key that stands twice is reported with its line."""

from pathlib import Path

import yaml

from questionnaire.errors import ContentError

SafeLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is about ten times faster


class UniqueKeyLoader(SafeLoader):  # type: ignore[misc]
    """A safe loader that refuses a key that stands twice in one place; YAML itself keeps the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        """Build a mapping; raises yaml.constructor.ConstructorError when a key is repeated."""
        seen = set()
        keys = (key for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        for key in keys:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"dubbel: {key.value}", key.start_mark)
            seen.add(key.value)
        mapping: dict[object, object] = super().construct_mapping(node, deep)
        return mapping


def read_yaml(path: Path) -> object:
    """The content of a YAML file; raises ContentError with "what; what to do", without the file's name."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError("het bestand ontbreekt; zet het terug of haal het uit de lijst") from None
    except (OSError, UnicodeDecodeError):
        raise ContentError("het bestand kan niet worden gelezen; bewaar het als tekst in UTF-8") from None
    try:
        return yaml.load(text, UniqueKeyLoader)  # noqa: S506 (a safe loader)
    except yaml.MarkedYAMLError as error:
        raise ContentError(describe_syntax_mistake(error)) from None
    except yaml.YAMLError:
        raise ContentError("het bestand bevat een onleesbaar teken; bewaar het als tekst in UTF-8") from None


def describe_syntax_mistake(error: yaml.MarkedYAMLError) -> str:
    """The mistake in Dutch, with its line; the parser's own words are English and do not help an editor."""
    mark = error.problem_mark or error.context_mark
    line = f"regel {mark.line + 1}" if mark else "onbekende regel"
    if error.problem and error.problem.startswith("dubbel: "):
        return f"{line}: de sleutel '{error.problem.removeprefix('dubbel: ')}' staat er twee keer; haal er een weg"
    return (
        f"{line}: dit is geen geldige YAML; kijk naar het inspringen, de dubbele punt met spatie "
        "en de aanhalingstekens op deze regel of de regel ervoor"
    )
