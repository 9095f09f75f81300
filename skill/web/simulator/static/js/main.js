// Holds the conversation: passes on what one does, and shows and speaks what comes back.

import * as api from "./api.js";
import * as composer from "./composer.js";
import { byId } from "./elements.js";
import * as inspector from "./inspector/inspector.js";
import * as log from "./log.js";
import { wireReplaying } from "./replaying.js";
import * as screen from "./screen/screen.js";
import { chosen, wireSettings } from "./settings.js";
import * as voice from "./voice.js";
import { loadWords, word } from "./words.js";

const { device, locale } = chosen();
let conversation = null; // its id
let last = null; // the last exchange
let busy = false;
let sound = true;

// One thing at a time: whatever else is done meanwhile is dropped, as a device that speaks hears nothing else.
async function once(work) {
  if (busy) return;
  busy = true;
  composer.setBusy(true);
  voice.silence();
  notice("");
  try {
    await work();
  } catch (problem) {
    tell(problem);
  } finally {
    busy = false;
    composer.setBusy(false);
    settle();
  }
}

function start() {
  return once(async () => {
    const { id, exchange } = await api.begin(locale, device);
    startOver(id);
    show(exchange);
  });
}

function say(text) {
  return once(async () => {
    const { exchange } = await api.act(conversation, "say", { text });
    log.said(text);
    composer.empty();
    show(exchange);
  });
}

function stayQuiet() {
  return once(async () => {
    const { exchange } = await api.act(conversation, "silence");
    log.said("", "silence");
    show(exchange);
  });
}

function touch(event) {
  return once(async () => {
    const { exchange } = await api.act(conversation, "touch", event);
    log.said("", "touch");
    show(exchange);
  });
}

function startOver(id) {
  conversation = id;
  log.clear();
  screen.clear();
  inspector.forget();
  byId("download").href = api.transcriptOf(id);
  byId("download").hidden = false;
}

function show(exchange, { aloud = true } = {}) {
  last = exchange;
  byId("begin").hidden = true;
  document.body.dataset.talking = "";
  composer.setOpen(exchange.open);
  log.answered(exchange);
  inspector.show(exchange);
  screen.show(exchange.response);
  if (aloud) speak();
  composer.focus();
}

async function speak() {
  if (!last || !sound) return;
  const spoken = voice.speak(last.phrases, locale);
  composer.status("sound.speaking");
  await spoken;
  settle();
}

// What the status line says when nothing is under way.
function settle() {
  if (busy || byId("composer").hidden) return;
  if (window.speechSynthesis?.speaking) composer.status("sound.speaking");
  else composer.status(last?.open ? "sound.waiting" : "sound.quiet");
}

async function toggleSound() {
  sound = !sound;
  composer.setSound(sound);
  if (!sound) voice.silence();
  else await warnWithoutVoice();
  settle();
}

async function warnWithoutVoice() {
  if (await voice.hasVoice(locale)) return;
  sound = false;
  composer.setSound(false);
  byId("sound").disabled = true;
  byId("voiceless").hidden = false;
}

function replayed({ id, steps }) {
  startOver(id);
  for (const { said, exchange, failures } of steps) {
    if (exchange) {
      if (said && !said.startsWith("(")) log.said(said);
      else if (said?.startsWith("(silence")) log.said("", "silence");
      else if (said?.startsWith("(touch")) log.said("", "touch");
      show(exchange, { aloud: false });
    }
    for (const failure of failures) log.remark(word("conversation.failed", failure), "failure");
  }
  const differing = steps.flatMap(({ failures }) => failures).length;
  log.remark(differing ? word("transcript.differs", { count: differing }) : word("transcript.held"));
}

function tell(problem) {
  if (!(problem instanceof api.Problem)) throw problem;
  notice(`${word(`problems.${problem.message}`)} ${problem.detail ?? ""}`);
  if (["gone", "long"].includes(problem.message)) composer.setOpen(false);
}

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}

async function main() {
  await loadWords(locale);
  wireSettings(screen.redraw);
  composer.wireComposer({ locale, onSay: say, onSilence: stayQuiet, onRepeat: speak, onSound: toggleSound });
  wireReplaying({ onReplayed: replayed, onProblem: tell });
  screen.connect({ onTouch: touch, onFailure: () => notice(word("screen.failed")) });
  byId("start").addEventListener("click", start);
  byId("again").addEventListener("click", start);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") voice.silence();
  });
  document.body.dataset.ready = "";
  await warnWithoutVoice();
}

main();
