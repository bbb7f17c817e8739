# SPDX-License-Identifier: EUPL-1.2
"""The values that a newsletter is about: issues, records, kinds, countries, diagnostics; plain, without Sphinx."""
