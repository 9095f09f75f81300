// Replays a transcript that is chosen from a file, and shows where it differs.

import * as api from "./api.js";
import { byId, make } from "./elements.js";
import { chosen } from "./settings.js";

let markdown = "";

// `onReplayed` is given each replayed conversation, `onProblem` whatever keeps it from being replayed.
export function wireReplaying({ onReplayed, onProblem }) {
  const play = async (index) => {
    try {
      const replayed = await api.replay({ markdown, index, ...chosen() });
      offer(replayed.titles, index);
      onReplayed(replayed);
    } catch (problem) {
      onProblem(problem);
    }
  };
  byId("file").addEventListener("change", async ({ target }) => {
    if (!target.files.length) return;
    markdown = await target.files[0].text();
    target.value = ""; // so that the same file can be chosen again, once it was edited
    await play(0);
  });
  byId("play").addEventListener("click", () => play(+byId("which").value));
}

// A file may hold several conversations.
function offer(titles, index) {
  byId("choice").hidden = byId("play").hidden = titles.length < 2;
  const options = titles.map((title, at) => make("option", { value: at, text: `${at + 1}. ${title}` }));
  byId("which").replaceChildren(...options);
  byId("which").value = index;
}
