// SPDX-License-Identifier: EUPL-1.2
// Lets a reader narrow down the tables of a register by words, country and year. Without it the tables say the same.

const form = document.getElementById("_filter");
const tables = [...document.querySelectorAll("table.filterable")];

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLocaleLowerCase();

const rows = tables.flatMap((table) => [...table.tBodies[0].rows]).map((element) => ({
  element,
  text: fold(element.textContent),
  countries: new Set([...element.querySelectorAll('a[href*="#country-"]')].map((link) => link.hash.slice(1))),
  years: new Set([...element.querySelectorAll("time[datetime]")].map((time) => time.dateTime.slice(0, 4))),
}));

function narrow(status, reset) {
  const value = (name) => form.elements[name]?.value ?? "";
  const words = fold(value("words")).split(/\s+/).filter(Boolean), country = value("country"), year = value("year");
  let shown = 0;
  for (const row of rows) {
    const fits = words.every((word) => row.text.includes(word))
      && (!country || row.countries.has(country)) && (!year || row.years.has(year));
    row.element.hidden = !fits;
    shown += fits;
  }
  for (const table of tables) {
    const none = [...table.tBodies[0].rows].every((row) => row.hidden);
    const group = table.closest("section.records-group");
    (group ?? table.closest(".table-box") ?? table).hidden = none;
    const link = group && document.querySelector(`.records-groups a[href="#${CSS.escape(group.id)}"]`);
    link?.closest("li")?.toggleAttribute("hidden", none);
  }
  const narrowed = words.length || country || year;
  status.textContent = narrowed ? status.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length) : "";
  reset.hidden = !narrowed;
}

function remember() {
  const address = new URL(location.href);
  for (const { name, value } of form.elements) {
    if (name && value) address.searchParams.set(name, value);
    else if (name) address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
}

if (form) {
  const status = form.querySelector("[role=status]"), reset = form.querySelector("[type=reset]");
  const given = new URLSearchParams(location.search);
  for (const field of form.elements) if (field.name && given.has(field.name)) field.value = given.get(field.name);
  const changed = () => { narrow(status, reset); remember(); };
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed)); // once the fields are empty
  form.addEventListener("submit", (event) => event.preventDefault());
  form.classList.add("ready");
  narrow(status, reset);
}
