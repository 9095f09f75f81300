// The words of the page, which a file for each locale holds.

let words = {};

export async function loadWords(locale) {
  const response = await fetch(`/simulator/words/${encodeURIComponent(locale)}`);
  words = await response.json();
}

// The word at a dotted path, with what its {braces} hold filled in; plural forms are chosen by `count`.
export function word(path, values = {}) {
  const found = path.split(".").reduce((place, name) => place?.[name], words) ?? path;
  const form = typeof found === "object" ? new Intl.PluralRules(words.locale).select(values.count) : null;
  const template = form ? (found[form] ?? found.other) : found;
  return template.replace(/\{(\w+)\}/g, (braces, name) => values[name] ?? braces);
}

// What the skill calls by an id, to be read: its underscores are spaces.
export const readable = (id) => id.replaceAll("_", " ");
