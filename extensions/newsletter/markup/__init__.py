# SPDX-License-Identifier: EUPL-1.2
"""The Markdown of issues: what contributors, who are not trusted, can do in it, and nothing else."""
