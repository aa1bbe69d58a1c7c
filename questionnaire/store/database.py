"""The connection to the database: short read and write transactions, and errors in words."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import sqlalchemy as sa
from sqlalchemy import exc

from questionnaire.store.errors import LockedError, StorageError

PATIENCE_MS = 15_000
"""How long a save waits for another process that is writing."""

_IS_SETTLED = "assessment is settled"  # what the triggers of migration 0004 say

_WRITE_LOCK = threading.Lock()  # SQLite's own waiting is unfair: without this a save may take half a second


class Database:
    """One database with its pool of connections; safe to share between threads."""

    def __init__(self, url: sa.URL) -> None:
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._engine = sa.create_engine(url, pool_pre_ping=not self.is_sqlite)
        self._kept_writer: sa.Connection | None = None
        self._hasty_engine = sa.create_engine(url, poolclass=sa.NullPool)
        if self.is_sqlite:
            sa.event.listen(self._engine, "connect", _prepare_sqlite)
            sa.event.listen(self._hasty_engine, "connect", _prepare_hasty_sqlite)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """See one moment of the database, however many statements follow."""
        with storage_errors("De gegevens zijn niet te lezen."), self._engine.begin() as connection:
            self.run(connection, "BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Change everything or nothing; when this ends without an error, the change survives a power cut."""
        with storage_errors("Uw wijziging is NIET opgeslagen."), self._writer() as connection, connection.begin():
            self.run(connection, "BEGIN IMMEDIATE")  # one that starts by reading cannot always become a writer
            yield connection

    @contextmanager
    def writing_unless_busy(self) -> Iterator[sa.Connection]:
        """Change what may be lost, such as who is looking: nobody waits for it, neither on us nor on the disk.

        Raises:
            StorageError: Somebody else is writing; nothing was changed.
        """
        if not self.is_sqlite:
            with self.writing() as connection:
                yield connection
            return
        if not _WRITE_LOCK.acquire(blocking=False):
            raise StorageError("Het is te druk. Wacht even en probeer het opnieuw.")
        try:
            with storage_errors("Dit is niet bewaard."), self._hasty_engine.begin() as connection:
                self.run(connection, "BEGIN IMMEDIATE")
                yield connection
        finally:
            _WRITE_LOCK.release()

    @contextmanager
    def _writer(self) -> Iterator[sa.Connection]:
        """A connection to write on. SQLite has one writer at a time, so there it is kept: that saves time."""
        if not self.is_sqlite:
            with self._engine.connect() as connection:
                yield connection
            return
        with _WRITE_LOCK:
            if self._kept_writer is None:
                self._kept_writer = self._engine.connect()
            yield self._kept_writer

    def use_write_ahead_log(self) -> None:
        """Let readers and one writer go on together; SQLite keeps this setting in the file."""
        if self.is_sqlite:
            with storage_errors("De opslag is niet te openen."), _WRITE_LOCK, self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")

    def run(self, connection: sa.Connection, statement: str) -> None:
        """Begin a transaction, or a part of it, in words that only SQLite is told.

        Its driver leaves that to us, and a listener would slow down every statement.
        """
        if self.is_sqlite:
            cast(sqlite3.Connection, connection.connection.driver_connection).execute(statement)

    def close(self) -> None:
        """Close all connections that are not in use."""
        with _WRITE_LOCK:
            if self._kept_writer is not None:
                self._kept_writer.close()
                self._kept_writer = None
        self._engine.dispose()


def connect(address: str) -> Database:
    """Prepare the database at `address`, such as "sqlite:///data/was-wordt.db"; makes the folder of a file."""
    try:
        url = sa.make_url(address)
    except exc.ArgumentError as error:
        raise StorageError(
            "Instelling van de opslag: dit is geen adres van een database. "
            "Gebruik bijvoorbeeld sqlite:///data/was-wordt.db."
        ) from error
    if url.get_backend_name() == "sqlite":
        _make_folder(url.database)
    return Database(url)


@contextmanager
def storage_errors(outcome: str) -> Iterator[None]:
    """Tell in Dutch what failed, after `outcome`: what that means for the user. Mistakes in our SQL pass.

    A write to a settled assessment, which the database itself refuses, becomes a LockedError.
    """
    try:
        yield
    except exc.TimeoutError as error:
        raise StorageError(f"{outcome} Het is te druk. Wacht even en probeer het opnieuw.") from error
    except (exc.DatabaseError, sqlite3.DatabaseError) as error:
        cause = error.orig if isinstance(error, exc.DatabaseError) else error
        if _IS_SETTLED in str(cause):
            raise LockedError from error
        if type(cause).__name__ not in ("OperationalError", "DatabaseError"):
            raise
        raise StorageError(f"{outcome} {_cause(str(cause))}") from error


def _cause(message: str) -> str:
    """SQLite's reason as one Dutch sentence with what to do."""
    causes = {
        "full": "De schijf is vol. Maak ruimte vrij en probeer het opnieuw.",
        "readonly": "Het bestand mag niet worden beschreven. Vraag uw beheerder om schrijfrechten.",
        "locked": "Een ander programma houdt het bestand bezet. Wacht even en probeer het opnieuw.",
        "not a database": "Het bestand is geen database van dit programma. Kies een ander bestand.",
        "malformed": "Het bestand is beschadigd. Zet een reservekopie terug.",
        "unable to open": "Het bestand is niet te openen. Controleer of de map bestaat en of u erbij mag.",
    }
    return next(
        (sentence for words, sentence in causes.items() if words in message),
        "De opslag geeft een fout. Probeer het opnieuw en waarschuw uw beheerder als het weer misgaat.",
    )


def _make_folder(path: str | None) -> None:
    if not path or path == ":memory:":
        raise StorageError(
            "Instelling van de opslag: er staat geen bestand in het adres. "
            "Gebruik bijvoorbeeld sqlite:///data/was-wordt.db."
        )
    try:
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"De map voor de opslag kan niet worden gemaakt: {Path(path).parent}. Kies een andere map."
        ) from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Settings that SQLite keeps per connection; our own BEGIN replaces the driver's."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")


def _prepare_hasty_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Settings for what may be lost: wait for nobody, and do not wait for the disk."""
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=0")
