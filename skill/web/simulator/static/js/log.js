// The conversation, which a screen reader follows.

import { byId, make } from "./elements.js";
import { word } from "./words.js";

const log = byId("log");

export function clear() {
  log.replaceChildren();
  log.hidden = true;
}

export function said(text, kind = "") {
  const shown = { silence: word("conversation.silence"), touch: word("conversation.touched") }[kind] ?? text;
  add("you", word("conversation.you"), shown, kind);
}

export function answered({ speech, card, ended }) {
  if (speech) add("guide", word("conversation.guide"), speech);
  if (card) phone(card);
  if (ended) remark(word(`conversation.ended.${ended}`));
}

export function remark(text, kind = "") {
  show(make("div", { class: `remark ${kind}` }, make("p", { text })));
}

// What the Alexa app on a phone shows of it.
function phone({ title, text }) {
  const name = make("span", { class: "who", text: word("conversation.phone") });
  const read = make("section", { class: "read", "aria-label": title, tabindex: 0 }, make("h2", { text: title }), make("p", { text }));
  show(make("div", { class: "phone" }, name, read));
}

function add(who, name, text, kind = "") {
  show(make("div", { class: `${who} ${kind}` }, make("span", { class: "who", text: name }), make("p", { text })));
}

function show(item) {
  log.hidden = false;
  log.append(item);
  log.scrollTop = log.scrollHeight;
  item.scrollIntoView({ block: "nearest" });
}
