# SPDX-License-Identifier: EUPL-1.2
"""The archive, from tellings."""
