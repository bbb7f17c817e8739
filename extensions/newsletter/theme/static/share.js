// SPDX-License-Identifier: EUPL-1.2
// What the controls of a record and of an issue can do where the browser lets a page: share it by the browser's own
// ways, copy its address. Without that a mail tells of it, and the link leads to the place.

const said = document.createElement("p");
said.className = "unseen";
said.setAttribute("role", "status");

async function share(button, link) {
  const heading = button.closest("section").querySelector(":is(h1, h2, h3, h4, h5, h6)").cloneNode(true);
  heading.querySelector(".headerlink")?.remove();
  try {
    await navigator.share({ title: heading.textContent, url: link.href });
  } catch {
    // the reader thought better of it
  }
}

async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    location.assign(link.href); // it was not allowed: the address is at least in the browser's own line
    return;
  }
  const seen = link.firstElementChild, words = link.dataset.words ??= seen.textContent;
  seen.textContent = said.textContent = link.dataset.copied;
  setTimeout(() => { seen.textContent = words; said.textContent = ""; }, 3000);
}

for (const controls of document.querySelectorAll(".record-controls")) {
  const link = controls.querySelector(".permanent"), button = controls.querySelector(".share");
  controls.classList.toggle("no-share", !navigator.share);
  controls.classList.toggle("no-copy", !navigator.clipboard);
  button.addEventListener("click", () => share(button, link));
  link.addEventListener("click", (event) => {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    copy(link);
  });
}
document.querySelector("main").append(said);
