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
  // In the first frame it is laid out, by the second all that is wrong with it has been said.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return errors;
};
// Every text that is to be read, line by line: how large it is in pixels, where it lies, and whether it can be scrolled to.
window.read = () => {
  const view = document.getElementById("view").getBoundingClientRect();
  const walker = document.createTreeWalker(document.getElementById("view"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data: text, parentElement: element } = walker.currentNode;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (!text.trim() || style.visibility === "hidden" || right === left) continue;
    const box = [left - view.left, top - view.top, right - view.left, bottom - view.top];
    found.push({ text, size: parseFloat(style.fontSize), box: box.map(Math.round) });
  }
  return found;
};
window.ready = Promise.race([
  window.AplRenderer.initEngine(),
  new Promise((_, fail) => setTimeout(() => fail(new Error("The viewhost's engine does not start.")), 20000)),
]);
