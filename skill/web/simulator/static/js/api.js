// What the page asks of the simulator. A problem is thrown by its name, which the words have a sentence for.

export class Problem extends Error {
  constructor(name, detail = "") {
    super(name);
    this.detail = detail;
  }
}

async function post(path, body) {
  let response;
  try {
    response = await fetch(`/simulator/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Problem("unreachable");
  }
  const answer = await response.json().catch(() => ({ error: response.ok ? "fault" : "large" }));
  if (!response.ok) throw new Problem(answer.error ?? "fault", answer.detail);
  return answer;
}

export const begin = (locale, device) => post("conversations", { locale, device });
export const act = (id, name, body = {}) => post(`conversations/${id}/${name}`, body);
export const replay = (body) => post("replays", body);
export const transcriptOf = (id) => `/simulator/conversations/${id}/transcript`;
