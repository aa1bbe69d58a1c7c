"""What the screen claims to be saved, held against the database at every look."""

import time

from playwright.sync_api import Page

from questionnaire.model.assessment import AnswerField
from tests.browser.screen import WITHIN_SECONDS
from tests.browser.server import Server

# Whether the card says "opgeslagen" where the visitor can see it, and what stands in its fields at that moment.
_CLAIM = """(subject) => {
  const card = document.querySelector(`.ww-card[data-subject="${subject}"]`);
  if (!card) return null;
  const fields = {};
  for (const box of card.querySelectorAll("[data-field]")) {
    const input = box.querySelector("textarea, input:not([type=radio]), select");
    if (!input && !box.querySelector("input[type=radio]")) continue;
    fields[box.dataset.field] = input ? input.value : (box.querySelector("input:checked")?.value ?? "");
  }
  const status = card.querySelector(".ww-status");
  return { saved: status?.dataset.state === "stored" && status.checkVisibility(), fields };
}"""


class Watch:
    """Looks at one norm on one page; `look` fails when anything is shown as saved that is not stored."""

    def __init__(self, page: Page, server: Server, assessment_id: str, norm_id: str) -> None:
        self._page = page
        self._server = server
        self._assessment_id = assessment_id
        self._norm_id = norm_id

    def look(self) -> bool:
        """Whether the screen says that this norm is saved; fails when that is not true."""
        claim = self._page.evaluate(_CLAIM, self._norm_id)
        if claim is None or not claim["saved"]:
            return False
        answer = self._server.answer(self._assessment_id, self._norm_id)
        for name, shown in claim["fields"].items():
            assert shown == answer.value(AnswerField(name)), f"{name} is shown as saved"
        return True

    def until_stored(self, value: str, field: AnswerField = AnswerField.PRACTICE) -> None:
        """Look until the database holds the value and the screen says so."""
        deadline = time.monotonic() + WITHIN_SECONDS
        while not (self.look() and self.stored(field) == value):
            assert time.monotonic() < deadline, f"stored {self.stored(field)!r}, wanted {value!r}"
            time.sleep(0.02)

    def stored(self, field: AnswerField = AnswerField.PRACTICE) -> str:
        """What the database holds now."""
        return self._server.answer(self._assessment_id, self._norm_id).value(field)

    def type(self, words: str) -> None:
        """Type into the field that has the focus, and look after every key."""
        for key in words:
            self._page.keyboard.type(key)
            self.look()
