# SPDX-License-Identifier: EUPL-1.2
"""What Sphinx keeps of the sources, and what everything above asks of it."""
