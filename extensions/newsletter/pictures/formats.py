# SPDX-License-Identifier: EUPL-1.2
"""The formats of pictures that an issue may show."""

from __future__ import annotations

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP")
"""Those that are decoded, as Pillow names them."""
PHOTOGRAPHS = frozenset({"JPEG", "MPO"})
"""Those that hold photographs and nothing else; some cameras put two into one file, which Pillow calls MPO."""
HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
"""The brands of what iPhones write (ISO/IEC 23008-12).

It is not decoded: pi-heif, which could, ends the whole process on some broken files, and contributors are not trusted.
"""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".tif", ".tiff", ".bmp", ".heic", ".heif"})
"""The ends of the names of pictures, those included of which it is said what to do."""
IMAGES = PICTURES | {".svg"}
"""The ends of the names of pictures and drawings."""
MEDIA_TYPES = (
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "image/webp",
    "image/gif",
    "image/tiff",
    "image/bmp",
    "image/avif",
)
"""Their media types and that of drawings, for builders that show derivatives of them; the preferred first."""
