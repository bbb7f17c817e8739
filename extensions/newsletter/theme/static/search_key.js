// SPDX-License-Identifier: EUPL-1.2
// The key "/" leads to the search: into the box of the page or, where there is no room for one, to the page of the search.

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const box = [...document.querySelectorAll('[role="search"] input[name="q"]')].find((each) => each.checkVisibility());
  if (box) box.select();
  else document.querySelector(".slim-search-link")?.click();
});
