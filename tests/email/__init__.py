# SPDX-License-Identifier: EUPL-1.2
"""The newsletter as a mail: what subscribers get, what mail programs keep of it, and how the sender sends it."""
