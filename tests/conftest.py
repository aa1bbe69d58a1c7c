"""What holds for every test: on CI a skipped test is a failure, because nobody reads it there."""

import os

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when CI is set and a test was skipped; under xdist only the main process has the reporter."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("CI"):
        return
    if skipped := len(reporter.stats.get("skipped", ())):
        reporter.write_line(f"\nCI: {skipped} skipped test(s), and each must run here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
