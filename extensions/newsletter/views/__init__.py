# SPDX-License-Identifier: EUPL-1.2
"""The parts of pages that are filled in from the whole archive, once all sources are read."""
