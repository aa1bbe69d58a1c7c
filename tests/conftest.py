"""What holds for every test: on CI a skipped test is a failure, because nobody reads it there."""

import os

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when CI is set and a test was skipped; only the main process of xdist has the reporter."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", ())) if reporter else 0
    if skipped and os.environ.get("CI"):
        reporter.write_line(f"\nCI: {skipped} skipped test(s), and each must run here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
