import { expect, test } from "vitest";
import { Transcript } from "../app/transcript";
import type { SignEvent } from "../live/protocol";

const candidates = (...names: string[]) => names.map((gloss, i) => ({ gloss, confidence: 0.5 - 0.1 * i }));
const recognized = (...names: string[]): SignEvent =>
  ({ event: "recognized", time: 1, gloss: names[0]!, candidates: candidates(...names), similar: ["Bye"] });
const unsure: SignEvent = { event: "unsure", time: 1, candidates: candidates("Water", "Teacher"), similar: [] };
const glosses = (transcript: Transcript) => transcript.words.map(word => word.gloss ?? `"${word.text}"`);

test("recognized signs become words with their runners-up and similar signs", () => {
  const transcript = Transcript.empty.add(recognized("Hello", "Water")).add({ event: "misfire", time: 2 }).add(recognized("Book"));
  expect(glosses(transcript)).toEqual(["Hello", "Book"]);
  expect(transcript.words[0]!.others).toEqual(["Water", "Bye"]);
});

test("an unsure sign is a question, not a word", () => {
  const asked = Transcript.empty.add(recognized("Hello")).add(unsure);
  expect([glosses(asked), asked.question]).toEqual([["Hello"], ["Water", "Teacher"]]);
  expect([glosses(asked.answer("Teacher")), asked.answer("Teacher").question]).toEqual([["Hello", "Teacher"], []]);
  expect([glosses(asked.answer(null)), asked.answer(null).question]).toEqual([["Hello"], []]);
  expect(asked.add(recognized("Book")).question).toEqual([]);
});

test("a chosen runner-up changes places with the word", () => {
  const transcript = Transcript.empty.add(recognized("Hello", "Water")).choose(0, "Water");
  expect([glosses(transcript), transcript.words[0]!.others]).toEqual([["Water"], ["Hello", "Bye"]]);
});

test("words are written, removed and brought back", () => {
  const written = Transcript.empty.add(recognized("Hello")).add(recognized("Book")).write(1, "  a red book ");
  expect(glosses(written)).toEqual(["Hello", '"a red book"']);
  expect(written.words[1]!.others).toContain("Book");
  expect(glosses(written.write(1, " "))).toEqual(["Hello"]);
  expect(glosses(written.clear().undo())).toEqual(glosses(written));
  expect(glosses(written.undo().undo().undo())).toEqual([]);
  expect(Transcript.empty.undo()).toBe(Transcript.empty);
});
