// SPDX-License-Identifier: EUPL-1.2
// Reads the search index (newsletter/search/index.py) and finds what answers a question. A word is looked for as it is
// and with other endings; where nothing has it, as the beginning of words; last as what it may be a slip of.
// @ts-check

/** @typedef {{folder: string, entries: number, pages: number, untranslated: string, shards: string[], newest: number | null,
 *   stop: string[], months: Record<string, number>, numbers: Record<string, number>, recent: string[], years: string[],
 *   first: string[], ordinals: string[]}} About */
/** @typedef {{url: string, title: string, text?: string, kind?: string, label?: string, date?: string, place?: string, status?: string, lang?: string}} Entry */
/** @typedef {{scores: Map<number, number>, words: string[]}} Matches Entries by their numbers, and the words that they have. */
/** @typedef {{typed: string, word?: string, periods?: string[][], words?: string[], phrase?: string}} Term
 *   What one part of a question asks: a word, or any of some periods (all of the words of one), or a phrase. */
/** @typedef {{hits: number[], absent: string[], corrected: {typed: string, written: string}[], partial: boolean, words: Set<string>}} Found */

// What an entry is asked for by (its kind, its countries, its days), its title, names in it, its text.
const WEIGHTS = [6, 4, 2.5, 1];
const [OTHER_ENDING, BEGINNING, OTHER_WORDS] = [0.8, 0.6, 0.2];
const PHRASE_TESTS = 200;
const UNSPACED = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/gu;
const LETTERS = new Map(Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ" }));

/** @param {string} text */
export const fold = (text) =>
  text.toLowerCase().replace(/[ßæœøđðþłħıς]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Return the words of *text* as the index has them. @param {string} text @returns {string[]} */
export const words = (text) =>
  (fold(text).replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1").match(/[\p{L}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?/gu) ?? []).flatMap((word) => [
    ...word.split(UNSPACED).filter(Boolean),
    ...[...word.matchAll(UNSPACED)].flatMap(([run]) => (run.length < 2 ? [run] : [...run.slice(1)].map((_, at) => run.slice(at, at + 2)))),
  ]);

/** Return what the forms of a word share, Italian or English: "giapponesi", "giapponese"; "university", "università". @param {string} word */
export const stem = (word) => {
  const bare = /^\p{L}{4,}$/u.test(word) ? word.replace(/(?<=..[^s])s$/, "").replace(/(?<=...)[aeiouy]$/, "").replace(/(?<=...)i$/, "") : word;
  return bare.replace(/(?<=..[cg])h$/, "");
};

/** Return how many letters are to be changed, left out, added or exchanged with the next (optimal string alignment).
 * @param {string} one @param {string} other */
function edits(one, other) {
  let [before, row] = [/** @type {number[]} */ ([]), [...Array(other.length + 1).keys()]];
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let there = 1; there <= other.length; there++) {
      const same = one[at - 1] === other[there - 1];
      next[there] = Math.min(row[there] + 1, next[there - 1] + 1, row[there - 1] + Number(!same));
      if (one[at - 1] === other[there - 2] && one[at - 2] === other[there - 1]) next[there] = Math.min(next[there], before[there - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

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

/** @param {URL} url */
async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
}

/** Open the index in the folder *root*. @param {URL} root */
export const openIndex = async (root) => new Index(await (await load(new URL("index.json", root))).json(), root);

export class Index {
  /** @param {About} about @param {URL} root */
  constructor(about, root) {
    this.about = about;
    this.folder = new URL(`${about.folder}/`, root);
    this.stop = new Set(about.stop);
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
    const found = lines.map(([line, worth]) => [line.split(";"), worth]);
    const scores = new Map();
    for (const [[, ...places], worth] of /** @type {[string[], number][]} */ (found))
      places.forEach((place, at) => {
        for (const number of numbers(place)) scores.set(number, Math.max(scores.get(number) ?? 0, WEIGHTS[at] * worth));
      });
    const rarity = Math.log(1 + this.about.entries / Math.max(scores.size, 1));
    for (const [number, score] of scores) scores.set(number, score * rarity);
    return { scores, words: found.map(([[word]]) => word) };
  }

  /** Return what has a word, in any form, or words that begin with it. @param {string} word @returns {Promise<Matches>} */
  async having(word) {
    const root = stem(word);
    const lines = await this.lines(root);
    /** @type {[string, number][]} */
    const forms = lines.flatMap((line) => {
      const other = line.slice(0, line.indexOf(";"));
      return other === word ? [[line, 1]] : stem(other) === root && root !== word ? [[line, OTHER_ENDING]] : [];
    });
    if (forms.length || !/^\p{L}{3,}$/u.test(word)) return this.matches(forms);
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

  /** Take a question apart. @param {string} typed @returns {Term[]} */
  parse(typed) {
    const { months, numbers: counted, newest } = this.about;
    /** @type {Term[]} */
    const terms = [];
    /** @type {(text: string, day: string, month: string, year?: string) => string} */
    const dated = (text, day, month, year) => {
      terms.push({ typed: text, periods: [[`@${month.padStart(2, "0")}-${day.padStart(2, "0")}`, ...(year ? [`@${year}-${month.padStart(2, "0")}`] : [])]] });
      return " ";
    };
    const rest = typed.replace(/[“”„«»]/g, '"').replace(/[’ʼ‘′`´]/g, "'")
      .replace(/"([^"]+)"/g, (text, phrase) => (words(phrase).length && terms.push({ typed: text, phrase: words(phrase).join(" ") }), " "))
      .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (text, year, month, day) => dated(text, day, month, year))
      .replace(/\b(\d\d?)[/.](\d\d?)[/.](\d{4})\b/g, (text, day, month, year) => dated(text, day, month, year));
    const typedWords = rest.split(/\s+/).flatMap((text) => words(text).map((word) => ({ typed: text, word })));
    const ordinal = new RegExp(`^(\\d\\d?)(?:${this.about.ordinals.join("|")})?$`);
    /** @param {number} at */
    const word = (at) => typedWords[at]?.word ?? "";
    /** @param {number} at */
    const dayAt = (at) => (this.about.first.includes(word(at)) ? "1" : word(at).match(ordinal)?.[1] ?? "");
    /** @param {number} at */
    const yearAt = (at) => (/^[12]\d{3}$/.test(word(at)) ? word(at) : "");
    for (let at = 0; at < typedWords.length; at++) {
      /** Add a term for the words up to *end*. @param {number} end @param {string[][]} periods */
      const period = (end, periods) => {
        const said = typedWords.slice(at, end);
        terms.push({ typed: said.map((each) => each.typed).join(" "), periods, words: said.map((each) => each.word).filter((each) => !this.stop.has(each)) });
        at = end - 1;
      };
      const here = months[word(at)];
      const next = this.stop.has(word(at + 1)) ? at + 2 : at + 1;
      /** @param {number} month */
      const two = (month) => String(month).padStart(2, "0");
      if (dayAt(at) && months[word(next)]) {
        const month = two(months[word(next)]);
        const year = yearAt(next + 1);
        period(next + (year ? 2 : 1), [[`@${month}-${dayAt(at).padStart(2, "0")}`, ...(year ? [`@${year}-${month}`] : [])]]);
      } else if (here && word(at).length > 2 && dayAt(at + 1)) {
        const year = yearAt(at + 2);
        period(at + (year ? 3 : 2), [[`@${two(here)}-${dayAt(at + 1).padStart(2, "0")}`, ...(year ? [`@${year}-${two(here)}`] : [])]]);
      } else if (here && yearAt(next)) period(next + 1, [[`@${yearAt(next)}-${two(here)}`]]);
      else if (here && word(at).length > 4) period(at + 1, [[`@${two(here)}`]]);
      else if (newest && this.about.recent.includes(word(at)) && this.about.years.includes(word(at + 2)) && (counted[word(at + 1)] || Number(word(at + 1)))) {
        const count = counted[word(at + 1)] || Number(word(at + 1));
        period(at + 3, Array.from({ length: Math.min(count, 50) }, (_, back) => [String(newest - back)]));
      } else terms.push(typedWords[at]);
    }
    const telling = terms.filter((term) => !term.word || !this.stop.has(term.word));
    return telling.length ? telling : terms;
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
    const parts = phrase.split(" ").filter((word) => !this.stop.has(word));
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
    const answers = await Promise.all(this.parse(typed).map((term) => this.answer(term)));
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
