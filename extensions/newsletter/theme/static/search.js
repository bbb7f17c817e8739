// SPDX-License-Identifier: EUPL-1.2
// The search page: asks the index, shows the hits, and keeps the question in the address.
// @ts-check

import { openIndex } from "./search_index.js";
import { words } from "./search_question.js";

/** @typedef {import("./search_index.js").Index} Index */
/** @typedef {import("./search_index.js").Entry} Entry */
/** @typedef {import("./search_index.js").Found} Found */

const PAGE_SIZE = 20;
const EXCERPT_WORDS = 30;
const PAUSE_MS = 150;
const COUNTED_AT_ONCE = 500;

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (element("search-form"));
const input = /** @type {HTMLInputElement} */ (element("search-query"));
const sort = /** @type {HTMLSelectElement} */ (element("search-sort"));
const [status, advice, list, more, clear] = ["status", "advice", "results", "more", "clear"].map((name) => element(`search-${name}`));
const filters = /** @type {HTMLDetailsElement} */ (element("search-filters"));
const registers = document.getElementById("search-registers");
const facets = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select[data-facet]")]);
/** @type {Record<string, string>} */
const messages = JSON.parse(form.dataset.messages ?? "{}");
const root = new URL(form.dataset.root || "./", document.baseURI);

/** @param {string} name @param {Record<string, string | number>} [values] */
const say = (name, values = {}) => (messages[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
/** @param {number} count */
const countOf = (count) => (count === 1 ? say("one") : say("many", { count: count.toLocaleString(document.documentElement.lang) }));

/** @type {Promise<Index> | undefined} */
let loading;
/** Open the index once. */
const index = () => (loading ??= openIndex(new URL("search/", root), renewed ? "reload" : "default"));
/** Whether the index was opened anew: the site may have been built since the browser kept what leads to it. */
let renewed = false;

/** Return those of *hits* that all chosen filters but *except* let through. @param {Index} all @param {number[]} hits @param {HTMLSelectElement} [except] */
async function filtered(all, hits, except) {
  const chosen = facets.filter((select) => select !== except && select.value);
  const holding = await Promise.all(chosen.map((select) => all.holders(select.name, select.value)));
  return holding.length ? hits.filter((hit) => holding.every((held) => held.has(hit))) : hits;
}

let turn = 0;
/** Search for what the form says and show it, unless another search has begun meanwhile. */
async function run() {
  const mine = ++turn;
  const typed = input.value.trim();
  const narrowed = facets.some((select) => select.value);
  clear.hidden = !narrowed;
  if (!typed && !narrowed) return showNothing();
  list.ariaBusy = "true";
  const slow = setTimeout(() => mine === turn && (status.textContent = say("searching")), 400);
  try {
    const all = await index();
    const found = await all.search(typed, sort.value === "date");
    const kept = await filtered(all, found.hits);
    clearTimeout(slow);
    if (mine !== turn) return;
    status.textContent = kept.length ? countOf(kept.length) : say("none");
    if (registers) registers.hidden = kept.length > 0;
    advise(explain(found, kept.length), found.corrected);
    list.replaceChildren();
    counting = () => count(all, found.hits, mine);
    await show(all, kept, found.words, mine);
    if (mine === turn && all.about.entries <= COUNTED_AT_ONCE) await counting();
  } catch (error) {
    if (mine !== turn) return;
    if (renewed) return fail(error);
    [renewed, loading] = [true, undefined];
    await run();
  } finally {
    clearTimeout(slow);
    if (mine === turn) list.ariaBusy = "false";
  }
}

function showNothing() {
  counting = undefined;
  status.textContent = "";
  list.replaceChildren();
  list.ariaBusy = "false";
  more.hidden = true;
  if (registers) registers.hidden = false;
  advise([], []);
  for (const option of facets.flatMap((select) => [...select.options])) if (option.value) label(option, option.dataset.count);
}

/** @param {unknown} error */
function fail(error) {
  loading = undefined;
  showNothing();
  status.textContent = say("failed");
  console.warn(error);
}

/** Return what has to be said of how the question was answered. @param {Found} found @param {number} shown @returns {string[]} */
function explain({ hits, absent, corrected, partial }, shown) {
  const unknown = [...absent, ...corrected.map(({ typed }) => typed)].map((word) => say(word.includes('"') ? "phrase" : "absent", { word }));
  if (!shown && hits.length) return [...unknown, say("unfiltered", { count: countOf(hits.length) })];
  return partial ? [...unknown, say("most")] : unknown;
}

/** @param {string[]} sentences @param {{typed: string, written: string}[]} corrected what the hits have instead of what was typed */
function advise(sentences, corrected) {
  advice.replaceChildren(...sentences.map((sentence) => node("p", {}, sentence)));
  for (const { typed, written } of corrected) {
    const button = node("button", { type: "button" }, say("similar", { word: written }));
    button.onclick = () => {
      input.value = input.value.replace(typed, () => written);
      input.focus();
      now(true);
    };
    advice.append(button);
  }
  advice.hidden = !advice.childNodes.length;
}

/** Show the first of *hits*, each in its place as its text arrives, and offer the rest. @param {Index} all @param {number[]} hits @param {Set<string>} marks @param {number} mine */
async function show(all, hits, marks, mine) {
  const items = hits.slice(0, PAGE_SIZE).map((hit) => ({ hit, item: node("li", { class: "search-hit" }) }));
  list.append(...items.map(({ item }) => item));
  const rest = hits.slice(PAGE_SIZE);
  more.hidden = !rest.length;
  more.onclick = () => {
    const at = list.childElementCount;
    show(all, rest, marks, mine).then(() => list.children[at]?.querySelector("a")?.focus());
  };
  await Promise.all(items.map(async ({ hit, item }) => {
    const entry = await all.entry(hit);
    if (mine === turn) item.append(...draw(entry, marks));
  }));
}

/** @param {Entry} entry @param {Set<string>} marks @returns {Node[]} */
function draw(entry, marks) {
  /** @type {Record<string, string>} */
  const lang = entry.lang ? { lang: entry.lang } : {};
  const link = node("a", { href: new URL(entry.url, root).href, ...lang }, entry.title);
  const facts = node("p", { class: "search-hit-facts" }, node("span", { class: `kind kind-${entry.kind}` }, entry.label ?? ""), " ");
  const said = /** @type {("status" | "date" | "place")[]} */ (["status", "date", "place"]).filter((name) => entry[name]);
  facts.append(...said.flatMap((name, at) => [at ? " · " : "", node("span", { class: `search-hit-${name}` }, entry[name] ?? "")]));
  return [node("h3", {}, link), facts, node("p", { class: "search-hit-text", ...lang }, ...excerpt(entry.text ?? "", marks))];
}

/** Return *text* with the words found in <mark>; nothing of it is read as markup. @param {string} text @param {Set<string>} marks */
const marked = (text, marks) =>
  text.split(/([\p{L}\p{M}\p{N}]+[+#]*)/u).map((piece, at) => (at % 2 && words(piece).some((word) => marks.has(word)) ? node("mark", {}, piece) : piece));

/** Return the part of *text* with the most of the words found. @param {string} text @param {Set<string>} marks */
function excerpt(text, marks) {
  const pieces = text.split(/\s+/);
  const wanted = pieces.map((piece) => words(piece).filter((word) => marks.has(word)));
  let [start, most] = [0, 0];
  wanted.forEach((found, at) => {
    const within = found.length && new Set(wanted.slice(at, at + EXCERPT_WORDS).flat()).size;
    if (within > most) [start, most] = [at, within];
  });
  start = start < EXCERPT_WORDS - 6 ? 0 : start - 6;
  const shown = pieces.slice(start, start + EXCERPT_WORDS).join(" ");
  return [start ? "… " : "", ...marked(shown, marks), start + EXCERPT_WORDS < pieces.length ? " …" : ""];
}

/** @param {string} name @param {Record<string, string>} attributes @param {(string | Node)[]} content */
function node(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** @param {HTMLOptionElement} option @param {number | string} [number] */
const label = (option, number) => (option.text = `${option.dataset.label} (${number})`);
/** What says how many hits each filter would leave; in a large archive it waits until somebody looks, as it loads 20 KB.
 * @type {(() => Promise<void>) | undefined} */
let counting;
/** Say at each filter how many of *hits* it would leave. @param {Index} all @param {number[]} hits @param {number} mine */
async function count(all, hits, mine) {
  for (const select of facets) {
    const left = await filtered(all, hits, select);
    for (const option of select.options) {
      if (!option.value) continue;
      const holding = await all.holders(select.name, option.value);
      if (mine !== turn) return;
      label(option, left.filter((hit) => holding.has(hit)).length);
    }
  }
}

/** Put what the form says into the address. @param {boolean} step whether "back" leads to what was there before */
function keep(step) {
  const said = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value);
  const address = new URL(location.href);
  address.search = String(new URLSearchParams(said));
  if (address.href !== location.href) history[step ? "pushState" : "replaceState"](null, "", address);
}

/** Fill the form in from the address; what is no value of a filter is passed over. */
function recall() {
  const said = new URLSearchParams(location.search);
  input.value = (said.get("q") ?? "").slice(0, input.maxLength);
  for (const select of [...facets, sort]) {
    select.value = said.get(select.name)?.toLowerCase() ?? "";
    if (!select.value) select.value = "";
  }
}

/** Go through the hits with the arrow keys. @param {KeyboardEvent} event */
function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...list.querySelectorAll("a")];
  const next = step && stops[stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement)) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

let pause = 0;
/** @param {boolean} step */
function now(step) {
  clearTimeout(pause);
  keep(step);
  run();
}
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(now, PAUSE_MS, false);
});
for (const look of ["pointerenter", "focusin"])
  filters.addEventListener(look, () => {
    counting?.().catch(fail);
    counting = undefined;
  });
for (const part of [input, list]) part.addEventListener("keydown", move);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  now(true);
});
for (const select of [...facets, sort]) select.addEventListener("change", () => now(true));
clear.onclick = () => {
  for (const select of facets) select.value = "";
  input.focus();
  now(true);
};
onpopstate = () => {
  recall();
  run();
};

// On a narrow screen hits come before filters that nobody has chosen.
const narrow = matchMedia("(max-width: 47.99rem)");
// What was typed before this script arrived is not overwritten.
const typed = input.value;
recall();
if (typed) input.value = typed;
filters.open = !narrow.matches || facets.some((select) => select.value);
index().catch(() => {}); // run() says what is wrong
await run();
import("./search_key.js");
