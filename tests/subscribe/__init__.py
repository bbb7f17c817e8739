# SPDX-License-Identifier: EUPL-1.2
"""A reader subscribes: to everything, to a kind, to a country or a topic, or takes one record."""
