# SPDX-License-Identifier: EUPL-1.2
"""The PDFs, as a reader and a validator see them."""
