# SPDX-License-Identifier: EUPL-1.2
"""A technician of Borgoluce, new to the project, carries out what the developers' manual says."""
