# SPDX-License-Identifier: EUPL-1.2
"""A filled issue form becomes a block in a file of its own.

Whoever fills the form is a stranger: what was typed goes into options of one line and into a body inside a fence that
it cannot close, and the project's own reader judges the outcome before anyone sees it.
"""
