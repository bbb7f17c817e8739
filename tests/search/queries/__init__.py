# SPDX-License-Identifier: EUPL-1.2
"""Questions of readers over ten years of fictional issues, and what answers them."""
