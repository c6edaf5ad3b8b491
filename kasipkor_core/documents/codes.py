"""Text as a QR code."""

import io
from functools import lru_cache

from PIL import Image

_FEWEST = "L"  # least redundancy: paper is flat and clean, and the modules stay large
_KEPT = 4096  # codes of half a kilobyte: whoever issues papers takes them along at once


def draw_code(text: str) -> list[int]:
    """Return a QR code as the bytes of a PNG, one pixel a module, no quiet zone.

    Source:
        ISO/IEC 18004; the layout leaves four modules of white around it.
    """
    return list(_draw(text))


@lru_cache(_KEPT)
def _draw(text: str) -> bytes:
    # Not above: on Windows it needs a runtime that Python does not bring, and only papers need it.
    import zxingcpp  # noqa: PLC0415

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=_FEWEST)
    picture = Image.fromarray(code.to_image(scale=1, add_quiet_zones=False)).convert("1")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
