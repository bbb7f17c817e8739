// SPDX-License-Identifier: EUPL-1.2
// Reads the search index (newsletter/search/index.py) and finds what answers a question. A word is looked for as it is
// and with other endings; where nothing has it, as the beginning of words; last as what it may be a slip of.
// @ts-check

import { edits, fold, parse, stem, words } from "./search_question.js";

/** @typedef {{folder: string, entries: number, pages: number, untranslated: string, shards: string[], newest: number | null,
 *   stop: string[], months: Record<string, number>, numbers: Record<string, number>, weeks: Record<string, number>,
 *   feasts: Record<string, string>, recent: string[], years: string[],
 *   first: string[], ordinals: string[]}} About */
/** @typedef {{url: string, title: string, text?: string, kind?: string, label?: string, date?: string, place?: string, status?: string, lang?: string}} Entry */
/** @typedef {{scores: Map<number, number>, words: string[]}} Matches Entries by their numbers, and the words that they have. */
/** @typedef {import("./search_question.js").Term} Term */
/** @typedef {{hits: number[], absent: string[], corrected: {typed: string, written: string}[], partial: boolean, words: Set<string>}} Found */

// What an entry is asked for by (its kind, its countries, its days), its title, names in it, its text.
const WEIGHTS = [6, 4, 2.5, 1];
const [OTHER_ENDING, BEGINNING, OTHER_WORDS] = [0.8, 0.6, 0.2];
const PHRASE_TESTS = 200;

/** @param {string} differences */
function numbers(differences) {
  let last = 0;
  return differences ? differences.split(" ").map((step) => (last += Number(step))) : [];
}

/** Return what is in all of *parts*, with the sum of its scores. @param {Matches[]} parts @returns {Matches} */
function inAll(parts) {
  const [first, ...others] = parts;
  const kept = [...first.scores].filter(([number]) => others.every(({ scores }) => scores.has(number)));
  return {
    scores: new Map(kept.map(([number]) => [number, parts.reduce((sum, { scores }) => sum + (scores.get(number) ?? 0), 0)])),
    words: parts.flatMap((part) => part.words),
  };
}

/** Return what is in any of *parts*, with its best score. @param {Matches[]} parts @returns {Matches} */
function inAny(parts) {
  const scores = new Map();
  for (const part of parts) for (const [number, score] of part.scores) scores.set(number, Math.max(score, scores.get(number) ?? 0));
  return { scores, words: parts.flatMap((part) => part.words) };
}

/** @param {URL} url @param {RequestCache} [cache] */
async function load(url, cache = "default") {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
}

/** Open the index in the folder *root*. @param {URL} root @param {RequestCache} [cache] */
export const openIndex = async (root, cache) => new Index(await (await load(new URL("index.json", root), cache)).json(), root);

export class Index {
  /** @param {About} about @param {URL} root */
  constructor(about, root) {
    this.about = about;
    this.folder = new URL(`${about.folder}/`, root);
    this.untranslated = new Set(numbers(about.untranslated));
    /** @type {Map<string, Promise<any>>} */
    this.loaded = new Map();
  }

  /** Load a file of the index once. @param {string} name @param {(answer: Response) => Promise<any>} read */
  file(name, read) {
    if (!this.loaded.has(name)) this.loaded.set(name, load(new URL(name, this.folder)).then(read));
    return /** @type {Promise<any>} */ (this.loaded.get(name));
  }

  /** Return what is shown of an entry. @param {number} number @returns {Promise<Entry>} */
  entry = (number) => this.file(`entries/${number}.json`, (answer) => answer.json());

  /** Return the entries that have a value of a facet. @param {string} facet @param {string} value @returns {Promise<Set<number>>} */
  async holders(facet, value) {
    const facets = await this.file("facets.json", (answer) => answer.json());
    return new Set(numbers(facets[facet]?.[value] ?? ""));
  }

  /** Return the lines of the words that begin so. @param {string} beginning @returns {Promise<string[]>} */
  async lines(beginning) {
    const { shards } = this.about;
    const at = shards.map((_, number) => number).filter((number) => shards[number] <= `${beginning}\uffff` && (shards[number + 1] ?? "\uffff") > beginning);
    const read = await Promise.all(at.map((number) => this.file(`words-${number}.txt`, async (answer) => (await answer.text()).split("\n"))));
    return read.flat().filter((/** @type {string} */ line) => line.startsWith(beginning));
  }

  /** Return the matches of words of the index, each with how well it answers. @param {[string, number][]} lines @returns {Matches} */
  matches(lines) {
    const found = lines.map(([line, worth]) => {
      const [word, ...places] = line.split(";");
      const scores = new Map();
      places.forEach((place, at) => numbers(place).forEach((number) => scores.set(number, (scores.get(number) ?? 0) + WEIGHTS[at] * worth)));
      return { scores, words: [word] };
    });
    const { scores, words } = inAny(found);
    const rarity = Math.log(1 + this.about.entries / Math.max(scores.size, 1));
    for (const [number, score] of scores) scores.set(number, score * rarity);
    return { scores, words };
  }

  /** Return what has a word, in any form, or words that begin with it. @param {string} word @returns {Promise<Matches>} */
  async having(word) {
    const root = stem(word);
    const hasForms = /^\p{L}{3,}$/u.test(word);
    const lines = await this.lines(hasForms ? root : `${word};`);
    /** @type {[string, number][]} */
    const forms = lines.flatMap((line) => {
      const other = line.slice(0, line.indexOf(";"));
      return other === word ? [[line, 1]] : stem(other) === root && root !== word ? [[line, OTHER_ENDING]] : [];
    });
    if (forms.length || !hasForms) return this.matches(forms);
    return this.matches(lines.filter((line) => line.startsWith(word)).map((line) => [line, BEGINNING]));
  }

  /** Return the known word that *word* is most probably a slip of; empty where none is near. @param {string} word @returns {Promise<string>} */
  async correction(word) {
    if (!/^\p{L}{4,}$/u.test(word)) return "";
    /** @type {[string, string][]} */
    const known = await this.file("known.txt", async (answer) => (await answer.text()).split("\n").map((written) => [fold(written), written]));
    const most = word.length > 5 ? 2 : 1;
    let [best, least] = ["", most + 1];
    for (const [other, written] of known) {
      if (Math.abs(other.length - word.length) > most) continue;
      // Who mistypes a word seldom does so at once.
      const distance = edits(word, other) + (other[0] === word[0] ? 0 : 0.9);
      if (distance < least) [best, least] = [written, distance];
    }
    return best;
  }

  /** Return what answers one part of a question, and what was taken for it. @param {Term} term
   * @returns {Promise<Matches & {term: Term, written?: string}>} */
  async answer(term) {
    if (term.phrase) return { term, ...(await this.phrase(term.phrase)) };
    if (term.periods) {
      const periods = await Promise.all(term.periods.map(async (all) => inAll(await Promise.all(all.map((each) => this.having(each))))));
      if (!term.words?.length) return { term, ...inAny(periods) };
      // What tells of a day in its text comes after what is on that day.
      const said = inAll(await Promise.all(term.words.map((word) => this.having(word))));
      for (const [number, score] of said.scores) said.scores.set(number, score * OTHER_WORDS);
      return { term, ...inAny([...periods, said]) };
    }
    const found = await this.having(term.word ?? "");
    if (found.scores.size) return { term, ...found };
    const written = await this.correction(term.word ?? "");
    return written ? { term, written, ...(await this.having(fold(written))) } : { term, ...found };
  }

  /** Return what has a phrase as it is. @param {string} phrase @returns {Promise<Matches>} */
  async phrase(phrase) {
    const parts = phrase.split(" ").filter((word) => !this.about.stop.includes(word));
    if (!parts.length) return { scores: new Map(), words: [] };
    const all = inAll(await Promise.all(parts.map((word) => this.having(word))));
    const tested = await Promise.all([...all.scores].slice(-PHRASE_TESTS).map(async ([number, score]) => {
      const { title, text, place } = await this.entry(number);
      const says = [title, text ?? "", place ?? ""].some((each) => ` ${words(each).join(" ")} `.includes(` ${phrase} `));
      return /** @type {[number, number][]} */ (says ? [[number, score]] : []);
    }));
    return { scores: new Map(tested.flat()), words: all.words };
  }

  /** Search for what was typed: the best hits come first, or the newest. Where nothing has all parts of the question, what has most of them does.
   * @param {string} typed @param {boolean} [byDate] @returns {Promise<Found>} */
  async search(typed, byDate) {
    const answers = await Promise.all(parse(typed, this.about).map((term) => this.answer(term)));
    const known = answers.filter(({ scores }) => scores.size);
    const all = known.length ? inAll(known).scores : new Map();
    const partial = Boolean(known.length && !all.size);
    const scores = partial ? this.most(known) : all;
    /** @param {number} number */
    const rank = (number) => Number(number < this.about.pages) * 2 + Number(this.untranslated.has(number));
    const hits = answers.length ? [...scores.keys()] : [...Array(this.about.entries).keys()];
    /** @type {(one: number, other: number) => number} */
    const better = (one, other) => rank(one) - rank(other) || scores.get(other) - scores.get(one);
    return {
      hits: hits.sort((one, other) => (byDate || !answers.length ? 0 : better(one, other)) || other - one),
      absent: answers.filter((each) => !each.scores.size).map(({ term }) => term.typed),
      corrected: known.flatMap(({ term, written }) => (written ? [{ typed: term.typed, written }] : [])),
      partial,
      words: new Set(known.flatMap((each) => each.words)),
    };
  }

  /** Return what has the rarest, and so the most telling, parts of a question. @param {Matches[]} known */
  most(known) {
    const worth = known.map(({ scores }) => Math.log(1 + this.about.entries / scores.size));
    const coverage = new Map();
    known.forEach(({ scores }, at) => scores.forEach((_, number) => coverage.set(number, (coverage.get(number) ?? 0) + worth[at])));
    const best = Math.max(...coverage.values());
    const total = new Map();
    for (const { scores } of known) for (const [number, score] of scores) if ((coverage.get(number) ?? 0) >= best * 0.8) total.set(number, (total.get(number) ?? 0) + score);
    return total;
  }
}
