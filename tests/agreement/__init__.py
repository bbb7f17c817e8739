# SPDX-License-Identifier: EUPL-1.2
"""Everything that is published of one varied archive, read by other hands and compared."""
