// What can be touched on the screen, made reachable by keyboard and readable by a screen reader: the viewhost's own
// elements are neither.
"use strict";

window.reachable = (renderer) => {
  const { TouchWrapper, PropertyKey } = window.AplRenderer;
  const wrappers = Object.values(renderer.componentMap).filter((each) => each instanceof TouchWrapper);
  for (const { component, container } of wrappers) {
    const label = component.getCalculatedByKey(PropertyKey.kPropertyAccessibilityLabel);
    container.setAttribute("role", "button");
    container.setAttribute("aria-label", label || container.textContent.trim());
    container.tabIndex = 0;
    container.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      press(renderer, container);
    });
  }

  function press(renderer, element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const middle = { clientX: left + width / 2, clientY: top + height / 2 };
    renderer.onPointerDown(new MouseEvent("mousedown", middle));
    renderer.onPointerUp(new MouseEvent("mouseup", middle));
  }
};
