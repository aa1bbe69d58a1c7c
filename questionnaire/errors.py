"""Errors meant for somebody: the message is Dutch, fit to show, and says where, what and what to do."""


class AppError(Exception):
    """Base of every error that a user may read; anything else is a bug and belongs in the log."""


class ContentError(AppError):
    """The content files are wrong; the message lists every problem, one per line."""


class InvalidInputError(AppError):
    """A value, file or code from outside cannot be used; nothing was changed."""


class NotFoundError(AppError):
    """What was asked for does not exist here."""
