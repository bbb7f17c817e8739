# SPDX-License-Identifier: EUPL-1.2
"""Values: issues, kinds, countries, words."""
