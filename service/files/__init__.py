"""Files to take away, each at an address of its own: made when it is asked for, and kept nowhere.

What makes a file is loaded with the first one, so that the app starts without waiting for it.
"""

from service.files.routes import routes

__all__ = ["routes"]
