# SPDX-License-Identifier: EUPL-1.2
"""The package ``newsletter`` where this repository is not: installed from a wheel."""
