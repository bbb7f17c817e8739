# SPDX-License-Identifier: EUPL-1.2
"""The formats of pictures that an issue may show."""

from __future__ import annotations

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF", "TIFF", "BMP")
"""Those that are decoded, as Pillow names them."""
PHOTOGRAPHS = frozenset({"JPEG", "MPO"})
"""Those that hold photographs and nothing else; some cameras put two into one file, which Pillow calls MPO."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp"})
"""The ends of the names of such files."""
IMAGES = PICTURES | {".svg"}
"""The ends of the names of pictures and drawings."""
