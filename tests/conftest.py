"""What holds for every test: a skipped test is a failure on CI, where nobody reads it, and long files go first."""

import os

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that no worker still has one when the others are done."""

    def is_short(item: pytest.Item) -> bool:
        return not any(item.get_closest_marker(name) for name in ("browser", "office"))

    long_files = {item.path for item in items if not is_short(item)}
    items.sort(key=lambda item: item.path not in long_files)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when CI is set and a test was skipped; under xdist only the main process has the reporter."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("CI"):
        return
    if skipped := len(reporter.stats.get("skipped", ())):
        reporter.write_line(f"\nCI: {skipped} skipped test(s), and each must run here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
