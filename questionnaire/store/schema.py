"""Brings a database to the schema of this version of the product, and refuses one that is newer or foreign."""

from pathlib import Path

import sqlalchemy as sa

from questionnaire.store.database import Database
from questionnaire.store.errors import StorageError
from questionnaire.store.tables import SCHEMA_VERSION

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database) -> None:
    """Run the migrations that are missing; a database that is up to date costs one query.

    Raises:
        StorageError: The database is newer than this product, or belongs to something else; it is not touched.
    """
    with database.reading() as connection:
        version = _version(connection)
    if version == SCHEMA_VERSION:
        return
    _refuse_unknown(version)
    database.use_write_ahead_log()
    with database.writing() as connection:
        if _version(connection) != SCHEMA_VERSION:  # another process may just have done it
            _migrate(connection)


def _version(connection: sa.Connection) -> str | None:
    """The version in the database; None for an empty one."""
    tables = sa.inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return str(connection.scalar(sa.text("SELECT version_num FROM alembic_version")))
    if tables:
        raise StorageError(
            "De opslag is van een ander programma. Er is niets veranderd. "
            "Kies in de instellingen een ander bestand."
        )
    return None


def _refuse_unknown(version: str | None) -> None:
    """Only versions that we have a migration for can be brought further."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 (costs 270 ms: only when something must be done)

    known = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if version is not None and version not in known:
        raise StorageError(
            "De opslag is gemaakt met een nieuwere versie van dit programma. Er is niets veranderd. "
            "Werk het programma bij en open het daarna opnieuw."
        )


def _migrate(connection: sa.Connection) -> None:
    from alembic import command  # noqa: PLC0415 (see above)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
