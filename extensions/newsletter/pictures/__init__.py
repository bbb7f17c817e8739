# SPDX-License-Identifier: EUPL-1.2
"""Pictures and drawings as contributors bring them, made ready once for every output, without Sphinx.

Pictures have one decoder and one cache; drawings (SVG) are written anew from an allow-list.
"""
