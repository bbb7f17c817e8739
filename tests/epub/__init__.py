# SPDX-License-Identifier: EUPL-1.2
"""The e-book, as a reader and a validator see it."""
