"""What calamine leaves out of a sheet: hidden rows, formats of codes, formulas gone wrong."""

import io
import zipfile

from kasipkor_core.reading import marks_ods, marks_xls, marks_xlsx
from kasipkor_core.reading.containers import is_workbook
from kasipkor_core.reading.sheet_marks import Marks

_SMALL = 400_000_000
_XLSX, _ODS = "xl/workbook.xml", "content.xml"


def read_marks(data: bytes, index: int) -> Marks:
    """Return the marks of one sheet of a workbook.

    Args:
        data: The whole workbook.
        index: Which sheet, in the workbook's order.

    Returns:
        What was found; nothing in an xlsb, or when the sheet's part cannot be found.
    """
    if not is_workbook(data):
        return Marks()
    if not data.startswith(b"PK"):
        return marks_xls.read_marks(data, index)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if _XLSX in names:
            part = marks_xlsx.find_part(archive, index)
            if part is not None and archive.getinfo(part).file_size <= _SMALL:
                return marks_xlsx.read_marks(archive, archive.read(part))
        if _ODS in names and archive.getinfo(_ODS).file_size <= _SMALL:
            return marks_ods.read_marks(archive.read(_ODS), index)
    return Marks()
