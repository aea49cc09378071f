import { expect, test } from "vitest";
import { english, hindi, percent } from "../app/text";

test("both languages have the same keys and places for values", () => {
  expect(Object.keys(hindi)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(english)) expect(hindi[key as keyof typeof hindi].includes("{0}"), key).toBe(text.includes("{0}"));
});

test("no text promises too much", () => {
  for (const text of Object.values(english)) expect(text).not.toMatch(/anonymous|100 ?%|hearing.impaired|deaf.and.dumb|mute/i);
});

test("nothing is certain", () => expect([percent(1), percent(0.993), percent(0.92)]).toEqual([">99%", ">99%", "92%"]));
