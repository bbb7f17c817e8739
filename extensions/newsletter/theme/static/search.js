// SPDX-License-Identifier: EUPL-1.2
// The search page: asks Pagefind, shows the hits, and keeps the question in the address.
// A hit has to have every word. Pagefind alone would answer a word that it does not know with the hits of a shorter
// one ("2099" with those of "20"), so that each word is first asked for as it is: see matchesOf().
// @ts-check

/** @typedef {{id: string, score: number, words: number[], data: () => Promise<Fragment>}} Hit */
/** @typedef {{raw_url: string, content: string, meta: Record<string, string>}} Fragment */
/** @typedef {{search: (term: string | null) => Promise<{results: Hit[]}>}} Pagefind */
/** @typedef {Map<string, Hit>} Matches By id. */
/** @typedef {{words: string[], phrases: string[]}} Query */

const PAGE_SIZE = 6;
const EXCERPT_WORDS = 30;
const PAUSE_MS = 150;
const COUNTED_AT_ONCE = 500;
// In quotation marks they count; outside, a record is not passed over because it says "a" and not "di".
const STOP_WORDS = new Set(("a ad ai al alla alle allo agli con da dai dal dalla dalle dallo dagli degli dei del della delle dello di e ed fra " +
  "gli i il in la le lo nei nel nella nelle nello negli o od per su sui sul sulla sulle sullo sugli tra un una uno " +
  "an and at by for from of on or the to with").split(" "));
const ELIDED =
  /(?<![\p{L}\p{N}])(?:l|un|gl|c|d|j|m|n|s|t|v|qu|all|coll|dall|dell|nell|sull|quell|quest|bell|tutt|anch|ogn)'(?=[\p{L}\p{N}])/giu;

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (element("search-form"));
const input = /** @type {HTMLInputElement} */ (element("search-query"));
const sort = /** @type {HTMLSelectElement} */ (element("search-sort"));
const [status, advice, list, more, clear] = ["status", "advice", "results", "more", "clear"].map((name) => element(`search-${name}`));
const registers = document.getElementById("search-registers");
const facets = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select[data-facet]")]);
/** @type {Record<string, string>} */
const messages = JSON.parse(form.dataset.messages ?? "{}");
const root = new URL(form.dataset.root || "./", document.baseURI);

/** @param {string} name @param {Record<string, string | number>} [values] */
const say = (name, values = {}) => (messages[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
/** @param {number} count */
const countOf = (count) => (count === 1 ? say("one") : say("many", { count: count.toLocaleString(document.documentElement.lang) }));

/** @type {Promise<Pagefind> | undefined} */
let loading;
/** Load Pagefind once; on the main thread, because a worker costs a request and 12 KB more. */
const pagefind = () =>
  (loading ??= import(new URL("pagefind/pagefind.js", root).href).then((module) =>
    module.createInstance({
      basePath: new URL("pagefind/", root).pathname,
      noWorker: true,
      ranking: { metaWeights: { title: 5, also: 5, place: 2, kind: 0.5, status: 0.5, lang: 0, facets: 0, title_shown: 0, date_shown: 0, place_shown: 0 } },
    }),
  ));

/** Take what was typed apart: phrases in quotation marks, and words without elided articles. @param {string} text @returns {Query} */
function parse(text) {
  const plain = text.normalize("NFC").replace(/[’ʼ‘′`´]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐‑‒–—―]/g, "-");
  const phrases = [...plain.matchAll(/"([^"]+)"/g)].map((match) => match[1].trim()).filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  const rest = plain.replace(/"[^"]*"/g, " ").replace(ELIDED, "").replace(/'s(?![\p{L}\p{N}])/giu, "");
  const words = rest.split(/[^\p{L}\p{M}\p{N}.@&+#_]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => word.toLowerCase());
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return { words: [...new Set(telling.length || phrases.length ? telling : words)], phrases };
}

/** @param {{results: Hit[]}} found @returns {Matches} */
const byId = (found) => new Map(found.results.map((hit) => [hit.id, hit]));
/** @param {Matches} one @param {Matches} other */
const same = (one, other) =>
  one.size === other.size && [...one].every(([id, hit]) => String(other.get(id)?.words ?? "none") === String(hit.words));

/** Return *word* and its other endings where the Italian stemmer leaves them on: "acqua", "anno", "arte". @param {string} word */
function forms(word) {
  const [, stem, ending] = document.documentElement.lang.startsWith("it") ? word.match(/^([aeiou][^aeiouàèéìòù]{1,3}u?)([aeio])$/) ?? [] : [];
  return stem ? [...{ a: "ae", e: "eai", o: "oi", i: "ioe" }[/** @type {"a"} */ (ending)]].map((end) => stem + end) : [word];
}

/** Return what has *word* as it is, but for its ending, with the score that Pagefind gives. @param {Pagefind} index @param {string} word @returns {Promise<Matches>} */
async function exactly(index, word) {
  const [exact, scored] = await Promise.all([index.search(`"${word}"`).then(byId), index.search(word).then(byId)]);
  return new Map([...exact].map(([id, hit]) => [id, { ...hit, score: scored.get(id)?.score ?? hit.score }]));
}

/** Return what has *word* in one of its forms or, where nothing has, what has words that begin with it.
 *
 * A word that begins none makes Pagefind fall back to shorter ones; with letters after it that no word goes on with,
 * it falls back as well, and to the same.
 * @param {Pagefind} index @param {string} word @returns {Promise<Matches>} */
async function matchesOf(index, word) {
  const found = await Promise.all(forms(word).map((form) => exactly(index, form)));
  const exact = new Map(found.reverse().flatMap((matches) => [...matches]));
  if (exact.size || /\p{N}/u.test(word)) return exact;
  const begun = byId(await index.search(word));
  return same(begun, byId(await index.search(`${word}zqzq`))) ? new Map() : begun;
}

/** @type {Promise<Hit[]> | undefined} */
let everything;
/** All hits, newest first: the index is in the order of dates, which a search for what all of them have gives back. @param {Pagefind} index */
const newestFirst = (index) => (everything ??= index.search(form.dataset.everything ?? null).then((found) => found.results.reverse()));

/** @type {Record<string, Promise<Matches>>} */
const held = {};
/** Return what has the facet value of *token*. @param {Pagefind} index @param {string} token */
const holders = (index, token) => (held[token] ??= index.search(token).then(byId));

/** @param {HTMLSelectElement} select */
const tokenOf = (select) => select.selectedOptions[0]?.dataset.token ?? "";

/** Search for *query* without regard to filters; the best hits come first, or the newest.
 * @param {Pagefind} index @param {Query} query */
async function search(index, query) {
  const all = await Promise.all([
    ...query.words.map((word) => matchesOf(index, word)),
    ...query.phrases.map((phrase) => index.search(`"${phrase}"`).then(byId)),
  ]);
  const newest = sort.value === "date" || !all.length ? await newestFirst(index) : undefined;
  const [first, ...others] = all.length ? all : [new Map()];
  const found = newest ? newest.filter((hit) => all.every((matches) => matches.has(hit.id))) : [...first.values()].filter((hit) => others.every((matches) => matches.has(hit.id)));
  // What has not been translated comes after what has.
  const last = form.dataset.last ? await holders(index, form.dataset.last) : new Map();
  /** @param {Hit} hit */
  const score = ({ id }) => all.reduce((sum, matches) => sum + (matches.get(id)?.score ?? 0), 0);
  return {
    hits: newest ? found : found.map((hit) => ({ ...hit, score: score(hit) })).sort((one, other) => Number(last.has(one.id)) - Number(last.has(other.id)) || other.score - one.score),
    absent: [...query.words, ...query.phrases].filter((_, at) => !all[at].size),
    /** @param {string} id */
    marks: (id) => new Set(all.flatMap((matches) => matches.get(id)?.words ?? [])),
  };
}

/** Return those of *hits* that all chosen filters but *except* let through. @param {Pagefind} index @param {Hit[]} hits @param {HTMLSelectElement} [except] */
async function filtered(index, hits, except) {
  const chosen = facets.filter((select) => select !== except && tokenOf(select));
  const holding = await Promise.all(chosen.map((select) => holders(index, tokenOf(select))));
  return holding.length ? hits.filter((hit) => holding.every((matches) => matches.has(hit.id))) : hits;
}

let turn = 0;
/** Search for what the form says and show it, unless another search has begun meanwhile. */
async function run() {
  const mine = ++turn;
  const query = parse(input.value);
  const narrowed = facets.some((select) => tokenOf(select));
  clear.hidden = !narrowed;
  if (!query.words.length && !query.phrases.length && !narrowed) return showNothing();
  list.ariaBusy = "true";
  const slow = setTimeout(() => mine === turn && (status.textContent = say("searching")), 400);
  try {
    const index = await pagefind();
    const { hits, absent, marks } = await search(index, query);
    const kept = await filtered(index, hits);
    const similar = kept.length || !absent.length ? "" : await similarTo(index, absent[0]);
    clearTimeout(slow);
    if (mine !== turn) return;
    status.textContent = kept.length ? countOf(kept.length) : say("none");
    if (registers) registers.hidden = kept.length > 0;
    advise(kept.length ? [] : explain(query, hits.length, absent), similar && [absent[0], similar]);
    list.replaceChildren();
    counting = () => count(index, hits, mine);
    await show(kept, marks, mine);
    if (mine === turn && Number(form.dataset.total) <= COUNTED_AT_ONCE) await counting();
  } catch (error) {
    if (mine === turn) fail(error);
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
  advise([]);
  for (const option of facets.flatMap((select) => [...select.options])) if (option.dataset.token) label(option, option.dataset.count);
}

/** @param {unknown} error */
function fail(error) {
  loading = undefined;
  showNothing();
  status.textContent = say("failed");
  console.warn(error);
}

/** Return why nothing was found. @param {Query} query @param {number} unfiltered @param {string[]} absent */
function explain(query, unfiltered, absent) {
  if (absent.length) return absent.map((word) => say("absent", { word }));
  if (unfiltered) return [say("unfiltered", { count: countOf(unfiltered) })];
  return [say(query.phrases.length ? "phrase" : "together")];
}

/** Return the nearest shorter word that something has. @param {Pagefind} index @param {string} word */
async function similarTo(index, word) {
  if (/[\s\p{N}]/u.test(word)) return "";
  for (let end = word.length - 1; end >= Math.max(4, word.length - 3); end--)
    if ((await matchesOf(index, word.slice(0, end))).size) return word.slice(0, end);
  return "";
}

/** @param {string[]} sentences @param {string | string[]} [similar] a word and what to search for instead */
function advise(sentences, similar) {
  advice.replaceChildren(...sentences.map((sentence) => node("p", {}, sentence)));
  if (Array.isArray(similar)) {
    const button = node("button", { type: "button" }, say("similar", { word: similar[1] }));
    button.onclick = () => {
      input.value = parse(input.value).words.map((word) => (word === similar[0] ? similar[1] : word)).join(" ");
      input.focus();
      now(true);
    };
    advice.append(button);
  }
  advice.hidden = !advice.childNodes.length;
}

/** Show the first of *hits*, each in its place as its text arrives, and offer the rest. @param {Hit[]} hits @param {(id: string) => Set<number>} marks @param {number} mine */
async function show(hits, marks, mine) {
  const items = hits.slice(0, PAGE_SIZE).map((hit) => ({ hit, item: node("li", { class: "search-hit" }) }));
  list.append(...items.map(({ item }) => item));
  const rest = hits.slice(PAGE_SIZE);
  more.hidden = !rest.length;
  more.onclick = () => {
    const at = list.childElementCount;
    show(rest, marks, mine).then(() => list.children[at]?.querySelector("a")?.focus());
  };
  await Promise.all(items.map(async ({ hit, item }) => {
    const fragment = await hit.data();
    if (mine === turn) item.append(...draw(fragment, marks(hit.id)));
  }));
}

/** @param {Fragment} fragment @param {Set<number>} marks @returns {Node[]} */
function draw({ raw_url: url, content, meta }, marks) {
  /** @type {Record<string, string>} */
  const lang = meta.lang ? { lang: meta.lang } : {};
  /** @param {string} name */
  const shown = (name) => meta[`${name}_shown`] || meta[name];
  const link = node("a", { href: new URL(url, root).href, ...lang }, shown("title"));
  const facts = node("p", { class: "search-hit-facts" });
  if (meta.kind) facts.append(node("span", { class: `kind kind-${kindOf(meta)}` }, shown("kind")), " ");
  const said = ["status", "date", "place"].filter((name) => meta[name]);
  facts.append(...said.flatMap((name, at) => [at ? " · " : "", node("span", { class: `search-hit-${name}` }, shown(name))]));
  return [node("h3", {}, link), facts, node("p", { class: "search-hit-text", ...lang }, ...excerpt(content, marks))];
}

const kinds = /** @type {NodeListOf<HTMLOptionElement>} */ (form.querySelectorAll("#search-kind option[data-token]"));
/** Return the kind of a hit as the filter has it. @param {Record<string, string>} meta */
const kindOf = ({ facets: tokens = "" }) => [...kinds].find((option) => tokens.split(" ").includes(option.dataset.token ?? ""))?.value ?? "";

/** @param {string} word */
const folded = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** Return the part of *content* with the most of the words found, these in <mark>; nothing of it is read as markup.
 * Pagefind tells the first place of a word alone, so that the others are looked for here. @param {string} content @param {Set<number>} marks */
function excerpt(content, marks) {
  const words = content.split(/\s+/);
  const wanted = new Set([...marks].map((at) => folded(words[at] ?? "")).filter(Boolean));
  const found = words.flatMap((word, at) => (wanted.has(folded(word)) ? [at] : []));
  let [start, most] = [0, 0];
  for (const at of found) {
    const within = new Set(words.slice(at, at + EXCERPT_WORDS).map(folded).filter((word) => wanted.has(word))).size;
    if (within > most) [start, most] = [at, within];
  }
  start = start < EXCERPT_WORDS - 6 ? 0 : start - 6;
  /** @type {(string | Node)[]} */
  const pieces = start ? ["… "] : [];
  words.slice(start, start + EXCERPT_WORDS).forEach((word, at) => {
    const [, before, bare, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su) ?? [];
    pieces.push(at ? " " : "", ...(bare && wanted.has(folded(word)) ? [before, node("mark", {}, bare), after] : [word]));
  });
  return start + EXCERPT_WORDS < words.length ? [...pieces, " …"] : pieces;
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
/** Say at each filter how many of *hits* it would leave. @param {Pagefind} index @param {Hit[]} hits @param {number} mine */
async function count(index, hits, mine) {
  for (const select of facets) {
    const left = await filtered(index, hits, select);
    for (const option of select.options) {
      if (!option.dataset.token) continue;
      const holding = await holders(index, option.dataset.token);
      if (mine !== turn) return;
      label(option, left.filter((hit) => holding.has(hit.id)).length);
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
  element("search-filters").addEventListener(look, () => {
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

// What was typed before this script arrived is not overwritten.
const typed = input.value;
recall();
if (typed) input.value = typed;
pagefind().catch(fail);
run();

export {};
