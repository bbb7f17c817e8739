# SPDX-License-Identifier: EUPL-1.2
"""Languages: what a module of words has to keep to, so that whoever adds one is told of a slip."""
