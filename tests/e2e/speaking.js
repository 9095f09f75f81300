// A voice and an ear for a browser that has neither: what is said is kept, and what is heard is `window.utterance`.
window.spoken = [];
window.SpeechSynthesisUtterance = class {
  constructor(text) {
    this.text = text;
  }
};
const voices = [
  { name: "elsewhere", lang: "en-US", localService: false },
  { name: "here", lang: "en-US", localService: true },
];
const synthesis = {
  getVoices: () => voices,
  addEventListener: () => {},
  cancel: () => {},
  speak: (utterance) => {
    window.spoken.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice.name, at: performance.now() });
    setTimeout(() => utterance.onend(), 10);
  },
};
Object.defineProperty(window, "speechSynthesis", { value: synthesis });
window.SpeechRecognition = class {
  static available = async ({ processLocally }) => (processLocally && window.hearsHere ? "available" : "unavailable");
  start() {
    setTimeout(() => {
      this.onresult({ results: [[{ transcript: window.utterance }]] });
      this.onend();
    }, 10);
  }
  stop() {}
};
