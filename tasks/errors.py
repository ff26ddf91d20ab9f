"""What Tidings raises. Every message is for a person: what was found, where, and what to do."""

from __future__ import annotations


class TidingsError(Exception):
    """The root of all errors of Tidings. Its text is one sentence that a user can act on."""


class UsageError(TidingsError):
    """A command or setting that makes no sense; the command line exits with 2."""


class ReferenceDataError(TidingsError):
    """A file under `data/reference/` is missing or does not say what it must."""


class LakeError(TidingsError):
    """The lake cannot be opened, read or written."""


class ModelError(TidingsError):
    """A pipeline that cannot be loaded: missing, damaged, of another version, or with parts that are not allowed.

    Args:
        path: the file or folder, or the name that the settings give.
        found: what is wrong with it.
        remedy: what to do.
    """

    def __init__(self, path: object, found: str, remedy: str) -> None:
        # All arguments go to the base class, so that the error survives pickling between processes.
        super().__init__(str(path), found, remedy)
        self.path, self.found, self.remedy = str(path), found, remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.found}; {self.remedy}"


class InputError(TidingsError):
    """An input that cannot be read; it is recorded in `rejects`, and the rest of the run goes on.

    Args:
        uri: `<source>/<file>`, with `:line` where one is meant.
        check: a short name of what failed, such as `header_date`; becomes `rejects.expectation`.
        found: the offending piece, shortened; becomes `rejects.value`.
        reason: what is wrong and what to do, one sentence without a final stop.
    """

    def __init__(self, uri: str, check: str, found: str, reason: str) -> None:
        # All arguments go to the base class, so that the error survives pickling between processes.
        super().__init__(uri, check, found, reason)
        self.uri, self.check, self.found, self.reason = uri, check, found, reason

    def __str__(self) -> str:
        return f"{self.uri}: {self.reason}"
