// SPDX-License-Identifier: EUPL-1.2
// Ctrl+K, or ⌘K, leads to the search: into the box of the page or, where there is no room for one, to the page of the
// search. A sign alone would do so too when somebody dictates or misses a key, and could not be turned off (WCAG 2.1, 2.1.4).

addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const box = [...document.querySelectorAll('[role="search"] input[name="q"]')].find((each) => each.checkVisibility());
  if (box) box.select();
  else document.querySelector(".slim-search-link")?.click();
});
