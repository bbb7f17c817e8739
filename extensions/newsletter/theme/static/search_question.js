// SPDX-License-Identifier: EUPL-1.2
// Takes apart what a reader asks: words as the index has them (newsletter/search/words.py), dates, phrases.
// @ts-check

/** @typedef {import("./search_index.js").About} About */
/** @typedef {{typed: string, word?: string, periods?: string[][], words?: string[], phrase?: string}} Term
 *   One part of a question: a word, or any of some periods (each all of its words), as which its own words were read, or a phrase. */

const LETTERS = new Map(Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ" }));
const UNSPACED = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/gu;

/** Return *text* in lower case and without accents. @param {string} text */
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
export function edits(one, other) {
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

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** Return the words of the index for a day of a month, of a year where one is given. @param {number} day @param {number} month @param {string} year */
const dayWords = (day, month, year) => [`@${two(month)}-${two(day)}`, ...(year ? [`@${year}-${two(month)}`] : [])];

/** Return the days of the week that lies so many weeks ahead of the reader's. @param {number} ahead */
function week(ahead) {
  const now = new Date();
  return Array.from({ length: 7 }, (_, number) => {
    const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() - (now.getDay() + 6) % 7 + 7 * ahead + number);
    return dayWords(at.getDate(), at.getMonth() + 1, String(at.getFullYear()));
  });
}

/** Return the period that the words from *at* on tell, and where they end: "12 maggio 2025", "May 2025", "ultimi tre anni", "next week".
 * @param {string[]} said @param {number} at @param {About} about @returns {{end: number, periods: string[][]} | undefined} */
function period(said, at, about) {
  /** @param {Record<string, number>} table @param {string} word */
  const among = (table, word) => (Object.hasOwn(table, word) ? table[word] : 0);
  /** @param {number} place */
  const month = (place) => among(about.months, said[place] ?? "");
  /** @param {number} place */
  const day = (place) => Number((said[place] ?? "").match(`^(\\d\\d?)(?:${about.ordinals.join("|")})?$`)?.[1] ?? about.first.includes(said[place]));
  /** @param {number} place */
  const year = (place) => (said[place] ?? "").match(/^[12]\d{3}$/)?.[0] ?? "";
  const next = about.stop.includes(said[at + 1]) ? at + 2 : at + 1; // "12 di maggio"
  if (day(at) && month(next)) return { end: next + (year(next + 1) ? 2 : 1), periods: [dayWords(day(at), month(next), year(next + 1))] };
  if (month(at) && day(at + 1)) return { end: at + (year(at + 2) ? 3 : 2), periods: [dayWords(day(at + 1), month(at), year(at + 2))] };
  if (month(at) && year(next)) return { end: next + 1, periods: [[`@${year(next)}-${two(month(at))}`]] };
  if (month(at) && said[at].length > 4) return { end: at + 1, periods: [[`@${two(month(at))}`]] }; // no abbreviation
  for (const end of [at + 2, at + 1]) {
    const name = said.slice(at, end).join(" ");
    if (Object.hasOwn(about.weeks, name)) return { end, periods: week(about.weeks[name]) };
    if (Object.hasOwn(about.feasts, name)) return { end, periods: [[`@${about.feasts[name]}`]] };
  }
  if (!about.newest || !about.recent.includes(said[at])) return;
  const count = among(about.numbers, said[at + 1] ?? "") || Number(said[at + 1]) || 0;
  const end = at + (count ? 2 : 1);
  if (about.years.includes(said[end]))
    return { end: end + 1, periods: Array.from({ length: Math.min(count || 2, 50) }, (_, back) => [String(Number(about.newest) - back)]) };
}

/** Take a question apart. Words that say nothing count only where there is nothing else. @param {string} typed @param {About} about @returns {Term[]} */
export function parse(typed, about) {
  /** @type {Term[]} */
  const terms = [];
  /** @type {(typed: string, day: string, month: string, year: string) => string} */
  const dated = (text, day, month, year) => (terms.push({ typed: text, periods: [dayWords(Number(day), Number(month), year)] }), " ");
  const rest = typed.replace(/[“”„«»]/g, '"')
    .replace(/"([^"]+)"/g, (text, phrase) => (words(phrase).length && terms.push({ typed: text, phrase: words(phrase).join(" ") }), " "))
    .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (text, year, month, day) => dated(text, day, month, year))
    .replace(/\b(\d\d?)[/.](\d\d?)[/.](\d{4})\b/g, (text, day, month, year) => dated(text, day, month, year));
  const parts = rest.split(/[\s'’]+/).flatMap((text) => words(text).map((word) => ({ typed: text, word })));
  const said = parts.map(({ word }) => word);
  for (let at = 0; at < said.length; at++) {
    const found = period(said, at, about);
    if (found) {
      const own = said.slice(at, found.end).filter((word) => !about.stop.includes(word));
      terms.push({ typed: parts.slice(at, found.end).map((part) => part.typed).join(" "), periods: found.periods, words: own });
      at = found.end - 1;
    } else terms.push(parts[at]);
  }
  const telling = terms.filter(({ word }) => !word || !about.stop.includes(word));
  return telling.length ? telling : terms;
}
