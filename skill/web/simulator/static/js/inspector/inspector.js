// What went on inside the last answer, folded away until somebody wants to see it.

import { byId, make } from "../elements.js";
import { word } from "../words.js";
import { causes, forget as forgetCauses, remember } from "./causes.js";
import { evidence, heard, stands, understood } from "./workings.js";

const inside = byId("inside");

export function forget() {
  forgetCauses();
  inside.replaceChildren(make("p", { class: "hint", text: word("inspector.empty") }));
}

export function show(exchange) {
  const { insight, match } = exchange;
  remember(insight);
  const open = openEnvelopes();
  inside.replaceChildren(
    section("heard", heard(match, exchange.request)),
    insight && section("understood", understood(insight.understood)),
    insight && section("stands", stands(insight, exchange)),
    insight && section("causes", causes()),
    insight && section("evidence", evidence(insight)),
    section("rules", rules(exchange.breaches)),
    section("envelopes", envelopes(exchange, open)),
  );
}

// As `replaceChildren` takes no nothing, a section that is left out is an empty text.
function section(name, content) {
  return make("section", { class: name }, make("h2", { text: word(`inspector.${name}`) }), content);
}

function rules(breaches) {
  if (!breaches.length) return make("p", { class: "kept", text: word("inspector.kept") });
  const items = breaches.map(({ rule, what, where, refused }) =>
    make(
      "li",
      { class: refused ? "refused" : "" },
      make("code", { text: rule }),
      make("span", { text: ` ${what} (${where})${refused ? ` – ${word("inspector.refused")}` : ""}` }),
    ),
  );
  return make("ul", { class: "breaches" }, ...items);
}

function envelopes({ request, response }, open) {
  const shown = [
    ["request_json", request],
    ["response_json", response],
  ].map(([name, value]) =>
    make(
      "details",
      { "data-envelope": name, open: open.has(name) },
      make("summary", { text: word(`inspector.${name}`) }),
      make("pre", { tabindex: "0", text: value ? JSON.stringify(value, null, 2) : word("inspector.not_sent") }),
    ),
  );
  return make("div", {}, ...shown);
}

function openEnvelopes() {
  const open = inside.querySelectorAll("details[data-envelope][open]");
  return new Set(Array.from(open, (details) => details.dataset.envelope));
}
