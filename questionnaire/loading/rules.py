"""Rules that hold between content files: ids that exist, weights that follow the rule, nothing left untraced.

The rules on weights and core norms stand in docs/decisions/0002-gewichten-rollen-adviezen-zijn-voorstel.md.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from questionnaire.loading.files import ContentFiles, PlacedNorm, SectionDraft
from questionnaire.loading.problem import Problem
from questionnaire.model.assessment import Depth, Level
from questionnaire.model.explainer import Comparison, Explainer
from questionnaire.model.plan import ActionStatus, Certainty, Effort
from questionnaire.model.plan_content import Check
from questionnaire.model.questionnaire import LegalStatus, Norm, Section

USUAL_TARGET = 3
MOST_CORE_NORMS = 40
FEWEST_CORE_NORMS_PER_STEP = 4
SMALLEST_SCALE = 4  # advice leads from each level below "geborgd" to the next


def rule_problems(files: ContentFiles) -> list[Problem]:
    """Every broken rule; a rule that needs a file which cannot be used is left alone."""
    norms = [norm for draft in files.sections for norm in draft.norms]
    problems = [
        *double_ids(norms),
        *double_names(files),
        *unknown_sources(files),
        *section_order(files),
        *fixed_lists(files),
        *explainer_problems(files),
    ]
    for placed in norms:
        problems += norm_problems(files, placed)
    if not files.unusable:
        problems += completeness(files)
    return problems


def expected_weight(norm: Norm) -> int:
    """Our proposal: 1, one more on rules in force, one more for a core norm."""
    return 1 + (norm.legal_status is LegalStatus.IN_FORCE) + (norm.depth is Depth.CORE)


def norm_problems(files: ContentFiles, placed: PlacedNorm) -> Iterator[Problem]:
    """The rules on one norm."""
    norm = placed.norm
    roles = {role.id for role in files.roles.roles}
    if "rollen.yaml" not in files.unusable and norm.role not in roles:
        yield placed.problem("rol", f"'{norm.role}' staat niet in rollen.yaml; kies een rol uit die lijst")
    if norm.code:
        yield placed.problem("code", "onbekend veld; haal het weg, het programma geeft de code")
    if norm.weight != expected_weight(norm):
        rule = "1, plus 1 bij status geldend, plus 1 bij diepte kern"
        yield placed.problem(
            "gewicht", f"{norm.weight} klopt niet; de regel ({rule}) geeft {expected_weight(norm)}"
        )
    if norm.target != USUAL_TARGET and not norm.target_reason:
        yield placed.problem("streefniveau_reden", f"ontbreekt; leg uit waarom het niveau niet {USUAL_TARGET} is")
    if norm.target == USUAL_TARGET and norm.target_reason:
        yield placed.problem("streefniveau_reden", f"hoort niet bij niveau {USUAL_TARGET}; haal dit veld weg")
    yield from origin_problems(files, placed)
    if "vragenlijst.yaml" not in files.unusable and norm.depth is Depth.CORE:
        basis = files.head.basis_sources
        if not set(basis) & set(norm.sources):
            yield placed.problem(
                "bronnen", f"een kernnorm steunt op {' of '.join(basis)}; voeg die toe of kies volledig"
            )


def origin_problems(files: ContentFiles, placed: PlacedNorm) -> Iterator[Problem]:
    """Origins exist, and a norm that was split off or merged says so."""
    norm = placed.norm
    if "herkomst.yaml" not in files.unusable:
        for origin in norm.origins:
            if origin not in files.origins.origins:
                yield placed.problem("herkomst", f"'{origin}' staat niet in herkomst.yaml; verbeter het nummer")
    if len(norm.origins) > 1 and not norm.origins_note:
        yield placed.problem("herkomst_toelichting", "ontbreekt; schrijf op wat is samengevoegd en waarom")


def double_ids(norms: Iterable[PlacedNorm]) -> Iterator[Problem]:
    """Norms that share an id with an earlier one, or say the same under another id."""
    first: dict[tuple[str, str], PlacedNorm] = {}
    for placed in norms:
        norm = placed.norm
        unique = {"id": norm.id, "titel": norm.title, "eerste_stap": norm.first_step, "borgen": norm.assurance}
        for field, value in unique.items():
            earlier = first.setdefault((field, value), placed)
            if earlier is not placed:
                where = f"{earlier.file}, nr {earlier.index + 1}"
                yield placed.problem(field, f"staat ook in {where}; geef deze norm een eigen {field}")


def double_names(files: ContentFiles) -> Iterator[Problem]:
    """Entries of a list that share an id or a name."""
    lists = {
        ("bronnen.yaml", "bronnen"): [source.id for source in files.sources.sources],
        ("rollen.yaml", "rollen"): [role.id for role in files.roles.roles],
        ("begrippen.yaml", "begrippen"): [term.id for term in files.terms.terms],
        ("partners.yaml", "partners"): [partner.name for partner in files.partners.partners],
        ("uitleg.yaml", "uitleg"): [explainer.id for explainer in files.explainers.explainers],
        ("herkomst.yaml", "herkomst"): list(files.origins.origins),
        ("vragenlijst.yaml", "onderdelen"): list(files.head.sections),
    }
    for (file, place), names in lists.items():
        for name, count in Counter(names).items():
            if count > 1:
                yield Problem(file, (place, name), f"staat er {count} keer; houd er een over")


def section_mentions(draft: SectionDraft) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """File, place and ids, for each list of sources in a section."""
    for placed in draft.norms:
        place = ("normen", f"nr {placed.index + 1} ({placed.norm.id})", "bronnen")
        yield draft.file, place, placed.norm.sources
    for number, gap in enumerate(draft.section.missing if draft.section else (), start=1):
        yield draft.file, ("ontbreekt", f"nr {number}", "bronnen"), gap.sources


def explainer_mentions(explainer: Explainer) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """File, place and ids, for each list of sources in an explainer."""
    for number, point in enumerate(explainer.points, start=1):
        yield "uitleg.yaml", ("uitleg", explainer.id, "punten", f"nr {number}", "bronnen"), point.sources
    if explainer.comparison:
        yield "uitleg.yaml", ("uitleg", explainer.id, "vergelijking", "bronnen"), explainer.comparison.sources


def source_mentions(files: ContentFiles) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """File, place and ids, for each list of sources in the content."""
    for draft in files.sections:
        yield from section_mentions(draft)
    yield "vragenlijst.yaml", ("basisbronnen",), files.head.basis_sources
    yield "schaal.yaml", ("bronnen",), files.scale.sources
    yield "wetstatus.yaml", ("bronnen",), files.law.sources
    for term in files.terms.terms:
        yield "begrippen.yaml", ("begrippen", term.id, "bronnen"), term.sources
    for partner in files.partners.partners:
        yield "partners.yaml", ("partners", partner.name, "bronnen"), partner.sources
    for explainer in files.explainers.explainers:
        yield from explainer_mentions(explainer)
    for event in files.law.history:
        yield "wetstatus.yaml", ("tijdlijn", event.when, "bronnen"), event.sources
    law_lists = {
        "voorstel": files.law.proposal,
        "andere_wetten": files.law.other_laws,
        "waarschuwingen": files.law.warnings,
    }
    for name, points in law_lists.items():
        for number, point in enumerate(points, start=1):
            yield "wetstatus.yaml", (name, f"nr {number}", "bronnen"), point.sources


def unknown_sources(files: ContentFiles) -> Iterator[Problem]:
    """Sources that are named but not listed."""
    if "bronnen.yaml" in files.unusable:
        return
    known = {source.id for source in files.sources.sources}
    for file, place, sources in source_mentions(files):
        for source in sources:
            if source not in known:
                text = f"'{source}' staat niet in bronnen.yaml; verbeter de naam of voeg de bron toe"
                yield Problem(file, place, text)


def section_order(files: ContentFiles) -> Iterator[Problem]:
    """Sections carry the name of their file, steps count from 1, themes have a letter of their own."""
    steps, letters = 0, set()
    for draft in files.sections:
        section = draft.section
        if section is None:
            continue
        if f"{section.id}.yaml" != draft.file:
            yield Problem(draft.file, ("id",), f"'{section.id}' is niet de naam van het bestand; maak ze gelijk")
        if section.is_step:
            steps += 1
            if section.number != steps and not files.unusable:
                yield Problem(draft.file, ("nummer",), f"moet {steps} zijn; dit is de plaats in vragenlijst.yaml")
        elif section.number is not None:
            yield Problem(draft.file, ("nummer",), "hoort alleen bij een stap; haal het weg")
        elif theme_letter(section) in letters:
            yield Problem(draft.file, ("kort",), "begint als een ander thema; kies een woord met een eigen letter")
        else:
            letters.add(theme_letter(section))


def theme_letter(section: Section) -> str:
    """The letter in the codes of a theme's norms, such as G in "G.02"."""
    return section.short_title[0].upper()


def fixed_lists(files: ContentFiles) -> Iterator[Problem]:
    """Lists of choices have exactly one entry for each value that the program knows, in its order."""
    below_top = [level for level in Level if level.height is not None and level.height < SMALLEST_SCALE]
    lists: list[tuple[str, str, Sequence[str], Sequence[str]]] = [
        ("schaal.yaml", "niveaus", [entry.level for entry in files.scale.scale], list(Level)),
        ("adviezen.yaml", "adviezen", [entry.level for entry in files.advice.advice], below_top),
        ("statussen.yaml", "statussen", [entry.status for entry in files.statuses.statuses], list(LegalStatus)),
        ("plan.yaml", "omvang", [entry.effort for entry in files.plan.efforts], list(Effort)),
        ("plan.yaml", "zekerheid", [entry.certainty for entry in files.plan.certainties], list(Certainty)),
        ("plan.yaml", "actiestatussen", [entry.status for entry in files.plan.statuses], list(ActionStatus)),
        ("plan.yaml", "controles", [entry.check for entry in files.plan.checks], list(Check)),
    ]
    for file, place, given, wanted in lists:
        if file not in files.unusable and given != wanted:
            order = ", ".join(wanted)
            yield Problem(file, (place,), f"niet volledig of in een andere volgorde; gebruik precies: {order}")


def explainer_problems(files: ContentFiles) -> Iterator[Problem]:
    """Explainers explain something, belong to norms that exist, and answer each question for each column."""
    norms = {placed.norm.id for draft in files.sections for placed in draft.norms}
    all_norms_read = "vragenlijst.yaml" not in files.unusable and all(draft.section for draft in files.sections)
    for explainer in files.explainers.explainers:
        place = ("uitleg", explainer.id)
        if not explainer.points and not explainer.comparison:
            yield Problem("uitleg.yaml", place, "heeft geen punten en geen vergelijking; vul een van de twee in")
        for norm in explainer.norms if all_norms_read else ():
            if norm not in norms:
                text = f"'{norm}' is geen norm; verbeter de id of haal hem weg"
                yield Problem("uitleg.yaml", (*place, "normen"), text)
        if explainer.comparison:
            yield from uneven_rows(explainer.comparison, (*place, "vergelijking"))


def uneven_rows(comparison: Comparison, place: tuple[str, ...]) -> Iterator[Problem]:
    """Rows with more or fewer answers than there are columns."""
    columns = len(comparison.columns)
    for number, row in enumerate(comparison.rows, start=1):
        if len(row.answers) != columns:
            text = f"aantal is {len(row.answers)}, bij {columns} kolommen; geef voor elke kolom een antwoord"
            yield Problem("uitleg.yaml", (*place, "rijen", f"nr {number}", "antwoorden"), text)


def completeness(files: ContentFiles) -> Iterator[Problem]:
    """Rules that only make sense once each file is well-formed."""
    yield from core_budget(files)
    yield from untraced_origins(files)
    used = {source for _, _, sources in source_mentions(files) for source in sources}
    for source in files.sources.sources:
        if source.id not in used:
            yield Problem(
                "bronnen.yaml", ("bronnen", source.id), "wordt nergens gebruikt; noem de bron of haal hem weg"
            )


def core_budget(files: ContentFiles) -> Iterator[Problem]:
    """Kern can be done in one sitting, and still says something about each step."""
    cores = {
        draft.file: sum(placed.norm.depth is Depth.CORE for placed in draft.norms) for draft in files.sections
    }
    total = sum(cores.values())
    if total > MOST_CORE_NORMS:
        yield Problem("onderdelen", (), f"{total} kernnormen; houd er hoogstens {MOST_CORE_NORMS} over")
    for draft in files.sections:
        if draft.section and draft.section.is_step and cores[draft.file] < FEWEST_CORE_NORMS_PER_STEP:
            found, wanted = cores[draft.file], FEWEST_CORE_NORMS_PER_STEP
            yield Problem(draft.file, ("normen",), f"{found} kernnormen; geef een stap er minstens {wanted}")


def untraced_origins(files: ContentFiles) -> Iterator[Problem]:
    """Points of the research that no norm carries, and splits that are not explained."""
    norms = [placed for draft in files.sections for placed in draft.norms]
    traces = Counter(origin for placed in norms for origin in placed.norm.origins)
    for draft in files.sections:
        for gap in draft.section.missing if draft.section else ():
            traces.update(gap.origins)
    for origin in files.origins.origins:
        if not traces[origin]:
            text = "komt in geen norm terug; zet het nummer bij een norm of bij 'ontbreekt'"
            yield Problem("herkomst.yaml", ("herkomst", origin), text)
    for placed in norms:
        split = len(placed.norm.origins) == 1 and traces[placed.norm.origins[0]] > 1
        if split and not placed.norm.origins_note:
            yield placed.problem("herkomst_toelichting", "ontbreekt; schrijf op wat is gesplitst en waarom")
