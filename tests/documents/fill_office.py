"""Fills a workbook as a person does with LibreOffice: for the Python that Debian's ``uno`` is for.

``python3 fill_office.py JOB``: the job is JSON with ``file``, ``out``, ``filter`` (of LibreOffice),
``cells`` (address to value) and ``look_at`` (addresses); it prints what rule each of those has.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

TRIES = 240  # of a quarter second


def main():
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"kasipkor{Path(profile).name}"
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ]
        )
        try:
            desktop = connect(pipe)
            print(json.dumps(fill(desktop, job)))  # noqa: T201
            desktop.terminate()
            office.wait(timeout=60)
        finally:
            office.kill()
            office.wait()


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(TRIES):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    sys.exit("LibreOffice does not answer")


def fill(desktop, job):
    """Type the values, keep the file, and return the rules that LibreOffice has read."""
    address = Path(job["file"]).as_uri()
    book = desktop.loadComponentFromURL(address, "_blank", 0, (say(Hidden=True),))
    sheet = book.Sheets.getByIndex(0)
    for where, value in job["cells"].items():
        cell = sheet.getCellRangeByName(where)
        if isinstance(value, str):
            cell.FormulaLocal = value  # as if it were typed
        else:
            cell.Value = value
    rules = {where: read_rule(sheet.getCellRangeByName(where)) for where in job["look_at"]}
    book.storeToURL(Path(job["out"]).as_uri(), (say(FilterName=job["filter"]),))
    book.dispose()
    return rules


def read_rule(cell):
    rule = cell.Validation
    return [rule.Type.value, rule.getFormula1(), rule.getFormula2(), rule.ErrorMessage]


def say(**option):
    ((name, value),) = option.items()
    return PropertyValue(name, 0, value, 0)


if __name__ == "__main__":
    main()
