# SPDX-License-Identifier: EUPL-1.2
"""An issue as a mail: HTML and text that mail programs keep, in one message."""
