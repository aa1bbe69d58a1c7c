"""Forms of the was-wordt list: written, filled in elsewhere, and read back."""

from reporting.forms.comments.reading import read_comments
from reporting.forms.layout import FormChoice
from reporting.forms.word.form import make_word_form

__all__ = ["FormChoice", "make_word_form", "read_comments"]
