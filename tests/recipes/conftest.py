# SPDX-License-Identifier: EUPL-1.2
"""What the recipes are tried out on."""

from __future__ import annotations

import pytest

from tests.adopting import adopt
from tests.project import Project

_MAY = """
# Maggio 2026

## Delegazioni ricevute

:::{delegation} Città di Prova
:date: 14 aprile 2026
:country: Giappone
:people: Ada Esempio (Sindaca di Prova)
:::
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give the project as Borgoluce has adopted it, code and all, with its first issue; one a recipe."""
    project = adopt(tmp_path_factory.mktemp("recipe") / "borgoluce")
    project.write("issues/2026-05.md", _MAY)
    return project
