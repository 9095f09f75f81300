// Draws one directive on the page, and says what the viewhost found wrong with it and how it lies on the screen.
window.drawn = async ({ directive, viewport, theme }) => {
  const { width, height, dpi, shape, mode } = viewport;
  const view = document.getElementById("view");
  const scale = 160 / dpi; // so that a screenshot is of the screen's own dots
  window.renderer?.destroy();
  view.replaceChildren();
  view.className = shape;
  Object.assign(view.style, { width: `${width}px`, height: `${height}px` });
  const content = window.AplRenderer.Content.create(JSON.stringify(directive.document));
  for (const name of directive.document.mainTemplate.parameters) {
    content.addData(name, JSON.stringify(name === "payload" ? directive.datasources : directive.datasources[name]));
  }
  const errors = [];
  const renderer = window.AplRenderer.default.create({
    content,
    view,
    theme,
    mode,
    viewport: { width, height, dpi, shape, isRound: shape === "ROUND", mode },
    notLoadFonts: true,
    utcTime: Date.now(),
    localTimeAdjustment: 0,
    environment: { agentName: "tests", agentVersion: "1", allowOpenUrl: false, disallowVideo: true },
    onSendEvent: () => {},
    onRunTimeError: (found) => errors.push(...found.map(String)),
  });
  await renderer.init();
  window.renderer = renderer;
  await new Promise((done) => setTimeout(done, 60));
  return errors;
};
window.ready = Promise.race([
  window.AplRenderer.initEngine(),
  new Promise((_, fail) => setTimeout(() => fail(new Error("The viewhost's engine does not start.")), 20000)),
]);
