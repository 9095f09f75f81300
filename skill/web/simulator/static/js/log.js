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

export function answered({ speech, ended }) {
  if (speech) add("guide", word("conversation.guide"), speech);
  if (ended) remark(word(`conversation.ended.${ended}`));
}

export function remark(text, kind = "") {
  show(make("div", { class: `remark ${kind}` }, make("p", { text })));
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
