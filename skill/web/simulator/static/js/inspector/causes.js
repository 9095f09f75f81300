// The causes as bars that move after each answer, and their course over the conversation as lines.

import { drawn, make } from "../elements.js";
import { readable, word } from "../words.js";

const MOST = 6;
const WIDTH = 320;
const HEIGHT = 90;

let course = []; // for each answer, the share of each cause by its id; null where none was matched

export function forget() {
  course = [];
}

export function remember(insight) {
  if (insight?.phase) course.push(insight.causes && Object.fromEntries(insight.causes.map(({ id, share }) => [id, share])));
}

export function causes() {
  const shares = course.at(-1);
  if (!shares) return make("p", { text: word("inspector.no_causes") });
  const earlier = course.slice(0, -1).findLast((each) => each) ?? shares;
  const first = Object.keys(shares).slice(0, MOST);
  const bars = first.map((id, place) => bar(id, place, shares[id], earlier[id] ?? 0));
  const list = make("ol", { class: "bars" }, ...bars);
  requestAnimationFrame(() => requestAnimationFrame(() => grow(list)));
  return make("div", { class: "differential" }, list, course.length > 1 ? lines(first) : null);
}

function bar(id, place, share, before) {
  const points = Math.round(100 * (share - before));
  const filling = make("span", { class: `filling cause-${place}`, "data-share": share });
  filling.style.width = `${100 * before}%`;
  const moved = points ? word("inspector.change", { change: points > 0 ? `+${points}` : `−${-points}` }) : "";
  return make(
    "li",
    { "data-cause": id, "data-share": share },
    make("span", { class: "name", text: readable(id) }),
    make("span", { class: "trough", "aria-hidden": "true" }, filling),
    make("span", { class: "share", text: word("inspector.share", { percent: Math.round(100 * share) }) }),
    make("span", { class: `moved ${points > 0 ? "up" : "down"}`, text: moved }),
  );
}

function grow(list) {
  for (const filling of list.querySelectorAll(".filling")) filling.style.width = `${100 * filling.dataset.share}%`;
}

// Decoration for eyes: the bars beside it say the same in words.
function lines(ids) {
  const step = WIDTH / (course.length - 1);
  const paths = ids.map((id, place) => {
    const points = course.flatMap((shares, turn) => (shares ? [[turn * step, HEIGHT * (1 - (shares[id] ?? 0))]] : []));
    const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
    return drawn("polyline", { points: path, class: `line cause-${place}` });
  });
  const box = `-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`;
  return make(
    "figure",
    { "aria-hidden": "true" },
    drawn("svg", { viewBox: box, class: "course" }, drawn("line", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT }), ...paths),
    make("figcaption", { text: word("inspector.over_time") }),
  );
}
