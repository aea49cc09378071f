/** @returns false if the browser has no voice for the language. */
export function speak(text: string, language: "en-IN" | "hi-IN"): boolean {
  if (!("speechSynthesis" in window)) return false;
  const voices = speechSynthesis.getVoices(); // empty until the browser has loaded them
  if (voices.length > 0 && !voices.some(voice => voice.lang.replace("_", "-").startsWith(language.slice(0, 2)))) return false;
  const speech = new SpeechSynthesisUtterance(text);
  speech.lang = language;
  speechSynthesis.cancel();
  speechSynthesis.speak(speech);
  return true;
}
