# SPDX-License-Identifier: EUPL-1.2
"""Pictures as contributors bring them, made ready once for every output: one decoder, one cache, without Sphinx."""
