# SPDX-License-Identifier: EUPL-1.2
"""Exporters: pure functions from the archive to the files of one format, without Sphinx."""
