# SPDX-License-Identifier: EUPL-1.2
"""Commands of this repository, which a city that installs the extension has no use for."""
