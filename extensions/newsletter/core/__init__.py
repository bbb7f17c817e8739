# SPDX-License-Identifier: EUPL-1.2
"""What the newsletter is about, without Sphinx: records, dates, names, issues and their order."""
