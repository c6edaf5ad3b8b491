"""What a verification found, in the reader's words."""

from collections.abc import Sequence

from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.store import Problem

_OF_BATCHES = {
    "its own row": mark("Batch {number}: what it says about itself was changed."),
    "the batch before it": mark("Batch {number}: it was not sealed after the batch before it."),
    "its facts": mark("Batch {number}: its facts are not those that were sealed."),
    "its totals": mark("Batch {number}: the totals reckoned with it were changed."),
    "its number": mark("Batch {number}: a batch before it is missing."),
    "facts of no batch": mark("Batch {number}: there are facts of it, but no batch."),
    "totals of no batch": mark("Batch {number}: there are totals of it, but no batch."),
    "when it counts": mark("Batch {number}: when it counts was changed."),
    "its file": mark("Batch {number}: the kept file is missing or was changed."),
    "a name": mark("Batch {number}: a name is not the one that was written."),
    "a shown entry": mark("Batch {number}: an entry is not shown as its sheet says."),
    "a judge": mark("Batch {number}: a judge is not the one that was written."),
    "a contact": mark("Batch {number}: a contact cannot be read with its key."),
}


def say_first(problems: Sequence[Problem], lang: str) -> str:
    """Return the verdict: the first broken batch, and what to do."""
    broken = [problem.batch_no for problem in problems if problem.batch_no is not None]
    if broken:
        return text(
            "The ledger is not what was written, from batch {number} on. Stop writing and restore "
            "a backup.",
            lang,
            number=format_number(min(broken), lang),
        )
    return text(
        "The chain holds, but the two engines do not agree. Publish nothing of these contests and "
        "report what stands below.",
        lang,
    )


def say(problem: Problem, lang: str) -> str:
    """Return one problem as a sentence."""
    if problem.batch_no is not None:
        said = _OF_BATCHES.get(problem.what, mark("Batch {number}: it does not hold."))
        return text(said, lang, number=format_number(problem.batch_no, lang))
    if problem.contest is None:
        return text("Reckoned twice with different results: {what}", lang, what=problem.what)
    return text(
        "{contest}: reckoned twice with different results ({what})",
        lang,
        contest=problem.contest,
        what=problem.what,
    )
