// SPDX-License-Identifier: EUPL-1.2
// The button beside each permanent link copies its address, where the browser lets a page do so.

const said = document.createElement("p");
said.className = "unseen";
said.setAttribute("role", "status");

async function copy(button) {
  const link = button.closest(".record-controls").querySelector("a.permanent"), seen = button.firstElementChild;
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    location.hash = link.hash; // it was not allowed: the address is at least in the browser's own line
    return;
  }
  const words = button.dataset.words ??= seen.textContent;
  seen.textContent = said.textContent = button.dataset.copied;
  setTimeout(() => { seen.textContent = words; said.textContent = ""; }, 3000);
}

for (const button of document.querySelectorAll("button.copy-address")) {
  button.classList.toggle("ready", Boolean(navigator.clipboard));
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copy(button));
}
document.querySelector("main").append(said);
