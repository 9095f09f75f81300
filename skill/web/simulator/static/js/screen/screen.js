// The device's screen: hands documents to the frame that draws them, and touches to whoever wants them.

import { byId } from "../elements.js";
import { currentTheme } from "../settings.js";

const APL = "Alexa.Presentation.APL";
const LONGEST = 10000; // ms to wait for the frame at most

const section = byId("screen");
const frame = byId("frame");
const blank = byId("blank");
const glass = frame?.parentElement;

export const exists = Boolean(frame);

let onTouch = () => {};
let onFailure = () => {};
let loaded = null;
let shown = null; // the directive that is drawn

export function connect(handlers) {
  ({ onTouch, onFailure } = handlers);
  if (!exists) return;
  loaded = new Promise((done, fail) => {
    hear("loaded", done);
    setTimeout(() => fail(new Error("not loaded")), LONGEST);
  });
  loaded.catch(() => onFailure());
  frame.src = "/simulator/screen"; // only now, that somebody hears what it tells
  fit();
  new ResizeObserver(fit).observe(section);
}

const hearers = {};
const hear = (kind, hearer) => (hearers[kind] = hearer);

window.addEventListener("message", ({ source, data }) => {
  if (exists && source === frame.contentWindow) hearers[data.kind]?.(data);
});

hear("drawing", () => (section.dataset.state = "drawing"));
hear("ready", () => (section.dataset.state = "ready"));
hear("event", ({ kind, ...event }) => onTouch(event));
hear("failed", () => onFailure());
hear("error", ({ errors }) => onFailure(errors));

// Does what an answer's directives say; others than of the screen are none of its business.
export async function show(response) {
  if (!exists) return;
  const directives = response?.response?.directives ?? [];
  for (const directive of directives) {
    if (directive.type === `${APL}.RenderDocument`) await draw(directive);
    if (directive.type === `${APL}.ExecuteCommands`) await send({ kind: "execute", commands: directive.commands });
  }
}

export function clear() {
  if (!exists) return;
  shown = null;
  blank.hidden = false;
  frame.classList.remove("shown");
  delete section.dataset.state;
}

async function draw(directive) {
  blank.hidden = true;
  frame.classList.add("shown");
  shown = directive;
  await send({ kind: "draw", directive, viewport: viewport(), theme: currentTheme() });
}

// Draws what is shown once more, after something about the page has changed.
export async function redraw() {
  if (shown) await draw(shown);
}

async function send(message) {
  try {
    await loaded;
    frame.contentWindow.postMessage(message, "*"); // the frame has no origin that could be named
  } catch {
    // told already
  }
}

function viewport() {
  const { width, height, dpi, shape, mode } = section.dataset;
  return { width: +width, height: +height, dpi: +dpi, shape, isRound: shape === "ROUND", mode };
}

// A device's pixels, made to fit the page.
function fit() {
  const { width, height } = section.dataset;
  const tallest = Math.max(window.innerHeight * 0.4, 200);
  const rim = 2 * parseFloat(getComputedStyle(glass).marginLeft);
  const scale = Math.min((section.clientWidth - rim) / width, tallest / height, 1);
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
  Object.assign(glass.style, { width: `${width * scale}px`, height: `${height * scale}px` });
}
