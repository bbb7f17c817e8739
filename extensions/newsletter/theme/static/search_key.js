// SPDX-License-Identifier: EUPL-1.2
// "/", and Ctrl+K or ⌘K, lead to the search: into the box of the page or, where there is no room for one, to the page of
// the search. Who dictates, or misses keys, turns the sign alone off there (WCAG 2.1, success criterion 2.1.4): that
// choice is all that is ever kept in a browser, and nothing is kept by those who leave it on.

const CHOICE = "newsletter-search-key";
const choice = document.querySelector("#search-key");

function isOff() {
  try {
    return localStorage.getItem(CHOICE) === "off";
  } catch {
    return false; // a browser that keeps nothing
  }
}

if (choice) {
  choice.checked = !isOff();
  choice.closest("[hidden]").hidden = false;
  choice.addEventListener("change", () => {
    if (choice.checked) localStorage.removeItem(CHOICE);
    else localStorage.setItem(CHOICE, "off");
  });
}

addEventListener("keydown", (event) => {
  if (event.altKey) return;
  const control = event.ctrlKey !== event.metaKey && event.key.toLowerCase() === "k" && !event.shiftKey;
  const written = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !written && !isOff();
  if (!control && !slash) return;
  event.preventDefault();
  const box = [...document.querySelectorAll('[role="search"] input[name="q"]')].find((each) => each.checkVisibility());
  if (box) box.select();
  else document.querySelector(".slim-search-link")?.click();
});
