// SPDX-License-Identifier: EUPL-1.2
// Lets a reader narrow lists and tables down, and sort tables by a column; both are kept in the address. The records of
// years that a long list only counts are read from the pages of these. Without it lists say the same, and years lead on.

const main = document.getElementById("_main"), form = document.getElementById("_filter");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLocaleLowerCase();
const day = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

// ---- The lines, and what is known of each

const line = (element) => ({
  element,
  text: fold(element.textContent),
  values: new Set(element.dataset.facets?.split(" ")),
  days: (element.dataset.days ?? "").split(" ").filter(Boolean).map((span) => span.split("/")),
});
const linesIn = (root) => [...root.querySelectorAll("[data-facets], .short-index tbody tr")].map(line);

let lines = linesIn(main);

// ---- Other years, or months of a long year: read once, from the newest on, when something is asked that they may have

const othersIn = (root) => [...root.querySelectorAll(".records-years a")].map(({ href }) => {
  const [, year, month] = /(\d{4})(?:\/(\d\d))?\.html$/.exec(href);
  return { year, period: `${year}-${month ?? 13}`, url: href }; // the newest months stand on the page of their year
});
const others = othersIn(main);

async function read(other) {
  other.read ??= (async () => {
    const page = new DOMParser().parseFromString(await (await fetch(other.url)).text(), "text/html");
    for (const [name, found] of [["href", "a[href]"], ["src", "img[src]"]]) {
      for (const each of page.querySelectorAll(found)) each[name] = new URL(each.getAttribute(name), other.url);
    }
    const section = page.querySelector("main .text > section");
    others.push(...othersIn(section));
    const around = ":is(h1, .filter, .records-groups, .contents, .records-summary, .subscribe, .records-years, .records-years-label)";
    for (const part of section.querySelectorAll(`:scope > ${around}`)) part.remove();
    for (const part of section.querySelectorAll("[id]")) part.id = `${part.id}-${other.period}`;
    section.removeAttribute("id");
    section.className = "records-other-year";
    makeSortable(section);
    return section;
  })();
  return other.read;
}

async function readOthers(asked) {
  const wanted = others.filter(({ year, placed, failed }) => !placed && !failed && fitsYears([[year, year]], asked));
  if (!wanted.length) return;
  const label = main.querySelector(".records-years-label");
  await Promise.all(wanted.map(async (other) => {
    const section = await read(other).catch(() => null); // its page can still be opened by its link
    other.failed = !section;
    if (!section || other.placed) return;
    other.placed = true;
    section.dataset.period = other.period;
    const later = [...main.querySelectorAll(".records-other-year")].find(({ dataset }) => dataset.period < other.period);
    (later ?? label).before(section);
    const known = new Set(lines.map(({ element }) => keyOf(element)));
    const found = linesIn(section);
    for (const each of found) Object.assign(each, { twice: known.has(keyOf(each.element)), box: each.element.parentElement });
    lines = [...lines, ...found];
  }));
  await readOthers(asked); // a long year leads on to its months
}

const keyOf = (element) => element.querySelector("a")?.href;

// ---- What is asked

const value = (name) => form.elements[name]?.value.trim() ?? "";

function question() {
  const asked = { words: fold(value("words")).split(/\s+/).filter(Boolean), from: value("from"), to: value("to") };
  asked.values = ["kind", "country", "topic"].map(value).filter(Boolean);
  asked.person = fold(value("person")).replace(/[^\p{L}\p{N}]+/gu, "-");
  asked.span = span(value("when"));
  asked.narrowed = [...form.elements].some((field) => field.name && field.value.trim());
  return asked;
}

function span(when) {
  if (!when) return null;
  const today = new Date();
  const first = new Date(today), last = new Date(today);
  if (when === "this-month") {
    first.setDate(1);
    last.setMonth(today.getMonth() + 1, 0);
  } else {
    first.setDate(today.getDate() - (today.getDay() + 6) % 7 + (when === "next-week" ? 7 : 0));
    last.setFullYear(first.getFullYear(), first.getMonth(), first.getDate() + 6);
  }
  return [day(first), day(last)];
}

const fitsYears = (days, { from, to }) => (!from && !to)
  || days.some(([start, end]) => (!from || end.slice(0, 4) >= from) && (!to || start.slice(0, 4) <= to));

const fits = ({ text, values, days, twice }, asked) => !(twice && asked.narrowed)
  && asked.words.every((word) => text.includes(word)) && asked.values.every((each) => values.has(each))
  && (!asked.person || [...values].some((each) => each.startsWith("person-") && each.includes(asked.person)))
  && fitsYears(days, asked)
  && (!asked.span || days.some(([start, end]) => start <= asked.span[1] && end >= asked.span[0]));

// ---- What is shown; the list of contents follows

function show(asked) {
  const shown = new Set(), all = new Set(); // a record may stand in two lists of the page
  const boxes = new Map(); // of other years: what does not fit is taken out of the page, which stays small
  for (const each of lines) {
    const visible = fits(each, asked) && (asked.narrowed || !each.box), key = keyOf(each.element);
    each.element.hidden = !visible;
    all.add(key);
    if (visible) shown.add(key);
    if (each.box) boxes.set(each.box, [...(boxes.get(each.box) ?? []), ...(visible ? [each.element] : [])]);
  }
  for (const [box, inside] of boxes) box.replaceChildren(...inside);
  for (const group of main.querySelectorAll("section.records-group, section.month-view, .records-other-year, .table-box, ul.records-list")) {
    const inside = [...group.querySelectorAll("[data-facets], .short-index tbody tr")];
    group.hidden = inside.every((each) => each.hidden) && (inside.length > 0 || Boolean(group.closest(".records-other-year")));
    const count = inside.filter((each) => !each.hidden).length;
    for (const link of group.id ? document.querySelectorAll(`.contents a[href="#${group.id}"], .records-groups a[href="#${group.id}"]`) : []) {
      (link.closest("li") ?? link).hidden = group.hidden;
      const number = link.parentElement.querySelector(".records-number");
      if (number) number.textContent = ` (${count})`;
    }
  }
  for (const years of main.querySelectorAll(".records-years, .records-years-label")) years.hidden = asked.narrowed;
  return [shown.size, all.size];
}

let last = 0, sorting = null;

async function narrow() {
  const asked = question(), turn = ++last, status = form.querySelector("[role=status]");
  form.querySelector("[type=reset]").hidden = !asked.narrowed;
  let [shown, all] = show(asked);
  if (asked.narrowed && others.length) {
    status.textContent = status.dataset.reading;
    await readOthers(asked);
    if (turn !== last) return; // something else was asked meanwhile
    [shown, all] = show(asked);
  }
  if (sorting) sortBy(...sorting);
  status.textContent = !asked.narrowed ? ""
    : shown ? status.dataset.shown.replace("{shown}", shown).replace("{all}", all) : status.dataset.none;
}

function remember() {
  const address = new URL(location.href);
  for (const { name, value: given } of form.elements) {
    if (name && given) address.searchParams.set(name, given);
    else if (name) address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
}

if (form) {
  const given = new URLSearchParams(location.search);
  if (given.has("year")) for (const name of ["from", "to"]) given.set(name, given.get("year")); // as it was called
  for (const field of form.elements) if (field.name && given.has(field.name)) field.value = given.get(field.name);
  const changed = () => { remember(); narrow(); };
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed)); // once the fields are empty
  form.addEventListener("submit", (event) => event.preventDefault());
  form.classList.add("ready");
  narrow();
}

// ---- The week of the reader, in the calendar of its month

const today = new Date(), month = document.querySelector(`.month-grid[data-month="${day(today).slice(0, 7)}"]`);
const here = month && [...month.querySelectorAll("td")].find((cell) => cell.textContent.trim() === String(today.getDate()));
here?.setAttribute("aria-current", "date");
here?.parentElement.classList.add("this-week");
for (const link of document.querySelectorAll(".week-links a")) link.closest("p").hidden = !form?.elements.when;

// ---- Sorting: every table of the page by the same column

const cellKey = (cell) => cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

function sortBy(column, descending) {
  sorting = [column, descending];
  for (const table of main.querySelectorAll("table.filterable")) {
    const rows = [...table.tBodies[0].rows];
    const key = (row) => (row.cells[column] ? cellKey(row.cells[column]) : "");
    rows.sort((one, other) => (descending ? -1 : 1) * order(key(one), key(other)));
    table.tBodies[0].append(...rows);
    [...table.tHead.rows[0].cells].forEach((cell, index) => {
      if (index === column) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
  }
  const address = new URL(location.href);
  address.searchParams.set("sort", descending ? `-${column}` : column);
  history.replaceState(null, "", address);
}

function makeSortable(root) {
  for (const table of root.querySelectorAll("table.filterable")) {
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = cell.textContent;
      button.addEventListener("click", () => sortBy(column, cell.getAttribute("aria-sort") === "ascending"));
      cell.replaceChildren(button);
    });
  }
}

makeSortable(main);
const sorted = /^(-?)(\d)$/.exec(new URLSearchParams(location.search).get("sort") ?? "");
if (sorted) sortBy(Number(sorted[2]), Boolean(sorted[1]));
