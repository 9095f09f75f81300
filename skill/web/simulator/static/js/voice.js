// Speaks answers with a voice of this computer; voices that a browser borrows from elsewhere are never used.

let run = 0; // which speech is the present one: an older one ends when this changes
const synthesis = window.speechSynthesis;

export async function hasVoice(locale) {
  return Boolean(synthesis && (await voiceFor(locale)));
}

// Speaks phrases one by one, at their rates and with their pauses; true when it was heard to the end.
export async function speak(phrases, locale) {
  silence();
  const mine = run;
  const voice = synthesis && (await voiceFor(locale));
  if (!voice) return false;
  for (const { text, rate, pause } of phrases) {
    if (mine !== run) return false;
    if (text) await utter(text, rate, voice);
    if (pause && mine === run) await wait(pause);
  }
  return mine === run;
}

export function silence() {
  run += 1;
  synthesis?.cancel();
}

function utter(text, rate, voice) {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate, onend: done, onerror: done });
    synthesis.speak(utterance);
  });
}

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

async function voiceFor(locale) {
  const voices = (await loaded()).filter((voice) => voice.localService);
  const language = locale.split("-")[0];
  const named = (voice) => voice.lang.replace("_", "-");
  return voices.find((voice) => named(voice) === locale) ?? voices.find((voice) => named(voice).startsWith(language));
}

// Browsers may know their voices only a little later.
function loaded() {
  const voices = synthesis.getVoices();
  if (voices.length) return Promise.resolve(voices);
  return new Promise((done) => {
    const finish = () => done(synthesis.getVoices());
    synthesis.addEventListener?.("voiceschanged", finish, { once: true });
    setTimeout(finish, 500);
  });
}
