// The pickers. Device and locale are in the page's address, so that another choice is another page.

import { byId } from "./elements.js";

const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

export function currentTheme() {
  const { theme } = document.documentElement.dataset;
  if (theme !== "system") return theme;
  return systemIsDark.matches ? "dark" : "light";
}

export function wireSettings(onTheme) {
  for (const name of ["device", "locale"]) {
    byId(name).addEventListener("change", () => {
      const address = new URL(window.location.href);
      address.searchParams.set(name, byId(name).value);
      window.location.assign(address);
    });
  }
  byId("theme").addEventListener("change", ({ target }) => {
    document.documentElement.dataset.theme = target.value;
    onTheme();
  });
  systemIsDark.addEventListener("change", onTheme);
}

export const chosen = () => ({ device: document.body.dataset.device, locale: document.body.dataset.locale });
