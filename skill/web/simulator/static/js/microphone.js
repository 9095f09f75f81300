// Turns speech into text where the browser can, on this computer if at all possible.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
let current = null;

export const canListen = Boolean(Recognition);
export const isListening = () => current !== null;

// Whether the browser turns speech of a locale into text without sending it anywhere.
export async function staysHere(locale) {
  try {
    return (await Recognition.available({ langs: [locale], processLocally: true })) === "available";
  } catch {
    return false; // an older browser, which does not tell and usually sends it
  }
}

// Listens to one utterance. Resolves to its text, "" when there was none; throws when it is not allowed.
export function listen(locale, { local, onPartial }) {
  stop();
  return new Promise((done, fail) => {
    const recognition = new Recognition();
    let text = "";
    current = recognition;
    Object.assign(recognition, { lang: locale, interimResults: true, continuous: false });
    if (local) recognition.processLocally = true;
    recognition.onresult = ({ results }) => {
      text = Array.from(results, (result) => result[0].transcript).join(" ");
      onPartial(text);
    };
    recognition.onerror = ({ error }) => {
      if (["not-allowed", "service-not-allowed", "audio-capture"].includes(error)) fail(new Error(error));
    };
    recognition.onend = () => {
      if (current === recognition) current = null;
      done(text.trim());
    };
    recognition.start();
  });
}

export function stop() {
  current?.stop();
}
