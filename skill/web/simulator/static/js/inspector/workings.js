// What was heard, what was understood of it, and where that leaves the conversation.

import { make } from "../elements.js";
import { readable, word } from "../words.js";

export function heard(match, request) {
  if (!match) return facts([["intent", request?.request?.type ?? word("inspector.not_sent")]]);
  const by = match.sample ? ` ${word("inspector.sample", { sample: match.sample })}` : "";
  const slots = match.slots.filter(({ values }) => values.length).map(({ name, values, ids }) => {
    const known = ids.length ? ` → ${ids.join(", ")}` : "";
    return `${name} = ${values.map((value) => `“${value}”`).join(", ")}${known}`;
  });
  return facts([
    ["intent", match.intent],
    ["how", `${match.how}${by} (${match.score})`],
    ["slots", slots],
  ]);
}

export function understood({ mentions, facts: told, reply, request, topic, score }) {
  const items = mentions.map(({ id, presence, words }) =>
    make(
      "li",
      {},
      make("span", { class: `presence ${presence}`, text: presence }),
      make("strong", { text: ` ${readable(id)} ` }),
      make("q", { class: "words", text: words }),
    ),
  );
  const others = Object.entries(told).map(([name, value]) => make("li", { text: `${readable(name)} = ${value}` }));
  const rest = facts([
    ["reply", reply],
    ["request", request],
    ["topic", topic && readable(topic)],
    ["score", score === null ? null : String(score)],
  ]);
  const listed = [...items, ...others];
  if (!listed.length && !rest.children.length) return make("p", { text: word("inspector.nothing") });
  return make("div", {}, listed.length ? make("ul", { class: "mentions" }, ...listed) : null, rest);
}

export function stands({ before, phase, asks, level, flags }, { seconds, speech, timers }) {
  const words = speech.split(/\s+/).filter(Boolean).length;
  return facts([
    ["phase", phase && (before === phase ? phase : `${before} → ${phase}`)],
    ["asks", asks.map(readable).join(", ")],
    ["level", level && readable(level)],
    ["flags", flags.join(", ")],
    ["speech", `${word("inspector.seconds", { seconds })}, ${word("inspector.breaths", { count: words })}`],
    ["timers", timers.map(({ label, seconds: left }) => timer(label, left))],
  ]);
}

const timer = (label, left) => word("inspector.timer", { label, minutes: Math.ceil(left / 60) });

export function evidence({ findings, facts: known }) {
  const all = [...Object.entries(findings), ...Object.entries(known)];
  if (!all.length) return make("p", { text: word("inspector.nothing") });
  const items = all.map(([name, value]) =>
    make("li", {}, make("span", { class: `presence ${value}`, text: value }), make("span", { text: ` ${readable(name)}` })),
  );
  return make("ul", { class: "evidence-list" }, ...items);
}

// Names with what is to be said of them; what there is nothing to say of is left out.
function facts(rows) {
  const shown = rows.filter(([, value]) => (Array.isArray(value) ? value.length : value));
  return make(
    "dl",
    {},
    ...shown.flatMap(([name, value]) => [
      make("dt", { text: word(`inspector.${name}`) }),
      ...[value].flat().map((each) => make("dd", { text: each })),
    ]),
  );
}
