"""What can go wrong that a person can put right; everything else crashes and is logged."""


class KasipkorError(Exception):
    """A sentence for a person: what was wrong, what was kept, what to do.

    Args:
        message: English sentence with ``{named}`` values; it is the key of the catalogues
            in ``data/locale``, so it is written out where it is raised, never put together.
        values: The values of the named places.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        """Keep the key and the values apart, so that the reader's language can be chosen later."""
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.message.format(**self.values)


class Unreadable(KasipkorError):
    """The bytes are no sheet we can read: locked, cut off, too large, another kind of file."""


class Refused(KasipkorError):
    """The act is against a rule of the ledger; nothing was written."""


class NotAllowed(Refused):
    """The actor's role may not do this, or not for what it touches; nothing was written."""


class NotFound(KasipkorError):
    """No such contest, batch, view, ruleset or sheet kind; the message lists near matches."""


class Held(KasipkorError):
    """Another process has the database open; the message names it."""


class Damaged(KasipkorError):
    """The ledger does not say what it said when it was written; the message names the batch."""


class Misused(KasipkorError):
    """A file of ours (ruleset, sheet format, settings) is wrong; names file, line and key."""
