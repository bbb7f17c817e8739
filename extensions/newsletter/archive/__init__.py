# SPDX-License-Identifier: EUPL-1.2
"""The archive that follows from all tellings together, without Sphinx."""
