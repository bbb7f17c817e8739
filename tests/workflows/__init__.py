# SPDX-License-Identifier: EUPL-1.2
"""The repository as its host runs it: workflows, forms, and what they do there."""
