// Where one answers: by typing, by speaking, or by saying nothing.

import { byId } from "./elements.js";
import * as microphone from "./microphone.js";
import { word } from "./words.js";

const text = byId("text");
const buttons = ["send", "microphone", "silence"].map(byId);
let locale = "en-US";
let allowed = false; // to send a recording elsewhere

export function wireComposer({ locale: spoken, onSay, onSilence, onRepeat, onSound }) {
  locale = spoken;
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    const said = text.value.trim();
    if (said) onSay(said);
  });
  byId("silence").addEventListener("click", onSilence);
  byId("repeat").addEventListener("click", onRepeat);
  byId("sound").addEventListener("click", onSound);
  byId("microphone").addEventListener("click", () => hear(onSay));
  byId("allow").addEventListener("click", () => {
    allowed = true;
    byId("consent").hidden = true;
    hear(onSay);
  });
  byId("refuse").addEventListener("click", () => {
    byId("consent").hidden = true;
    text.focus();
  });
  if (!microphone.canListen) {
    byId("microphone").hidden = true;
    byId("deaf").hidden = false;
  }
}

export function status(name) {
  byId("status").textContent = word(name);
  byId("status").dataset.state = name.split(".").at(-1);
}

export function setOpen(open) {
  byId("composer").hidden = false;
  text.placeholder = word(open ? "compose.placeholder" : "compose.closed");
  byId("silence").disabled = !open;
  byId("again").classList.toggle("primary", !open);
}

export function setBusy(busy) {
  for (const button of buttons) button.toggleAttribute("data-busy", busy);
  if (busy) status("sound.thinking");
}

export function setSound(on) {
  byId("sound").setAttribute("aria-pressed", String(on));
  byId("sound").textContent = word(on ? "sound.on" : "sound.off");
}

export function empty() {
  text.value = "";
}

export function focus() {
  text.focus({ preventScroll: true });
}

async function hear(onSay) {
  if (microphone.isListening()) {
    microphone.stop();
    return;
  }
  const local = await microphone.staysHere(locale);
  if (!local && !allowed) {
    byId("consent").hidden = false;
    byId("allow").focus();
    return;
  }
  listening(true);
  try {
    const said = await microphone.listen(locale, { local, onPartial: (partial) => (text.value = partial) });
    listening(false);
    if (said) onSay(said);
    else status("microphone.nothing");
  } catch {
    listening(false);
    status("microphone.denied");
  }
}

function listening(on) {
  byId("microphone").setAttribute("aria-pressed", String(on));
  byId("microphone").textContent = word(on ? "microphone.stop" : "microphone.button");
  if (on) status("sound.listening");
}
