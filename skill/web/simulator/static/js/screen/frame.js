// Runs in the sandboxed frame: draws the documents that the page passes on, and tells what is touched.
// A classic script, since a frame without an origin may not load modules.
"use strict";

(() => {
  const SETTLING = 700; // ms; the viewhost can lose a tap that comes sooner after drawing
  const view = document.getElementById("view");
  const engine = window.AplRenderer.initEngine(); // at once: it waits for an event that comes but once
  let renderer = null;
  let drawn = 0;

  const tell = (message) => window.parent.postMessage(message, "*"); // who hears it is whoever made the frame

  function contentOf({ document: shown, datasources }) {
    const content = window.AplRenderer.Content.create(JSON.stringify(shown));
    const parameters = shown.mainTemplate?.parameters ?? [];
    for (const parameter of parameters) {
      const data = parameter === "payload" ? datasources : datasources?.[parameter];
      content.addData(parameter, JSON.stringify(data ?? {}));
    }
    return content;
  }

  async function draw({ directive, viewport, theme }) {
    const number = ++drawn;
    tell({ kind: "drawing" });
    await engine;
    if (number !== drawn) return;
    renderer?.destroy();
    view.replaceChildren();
    view.style.width = `${viewport.width}px`;
    view.style.height = `${viewport.height}px`;
    document.documentElement.style.colorScheme = theme;
    renderer = window.AplRenderer.default.create({
      content: contentOf(directive),
      view,
      theme,
      notLoadFonts: true, // they are this computer's own
      viewport,
      utcTime: Date.now(),
      localTimeAdjustment: -new Date().getTimezoneOffset() * 60000,
      mode: viewport.mode,
      environment: { agentName: "simulator", agentVersion: "1", allowOpenUrl: false, disallowVideo: true },
      onSendEvent: (event) => tell({ kind: "event", token: directive.token, ...plain(event) }),
      onRunTimeError: (errors) => tell({ kind: "error", errors: JSON.parse(JSON.stringify(errors)) }),
    });
    await renderer.init();
    setTimeout(() => {
      if (number !== drawn) return;
      window.reachable(renderer);
      tell({ kind: "ready", token: directive.token });
    }, SETTLING);
  }

  // As devices send it, which tell less of the source than the viewhost does.
  function plain({ arguments: args, source, components }) {
    const { type, handler, id, value } = source ?? {};
    return JSON.parse(JSON.stringify({ arguments: args ?? [], source: { type, handler, id, value }, components }));
  }

  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent) return;
    const work = {
      draw: () => draw(data),
      execute: () => renderer?.executeCommands(JSON.stringify(data.commands)),
    }[data.kind];
    Promise.resolve()
      .then(() => work?.())
      .catch((error) => tell({ kind: "failed", why: String(error) }));
  });

  tell({ kind: "loaded" });
})();
