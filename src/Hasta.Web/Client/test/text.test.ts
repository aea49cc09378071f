import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { percent, textKeys, translate } from "../app/text";

test("both languages have the same places for values", () => {
  for (const key of textKeys) expect(translate("hi", key, "@").includes("@"), key).toBe(translate("en", key, "@").includes("@"));
});

test("each text is used", () => {
  const folder = new URL("../", import.meta.url);
  const files = ["app", "live", "pose"].flatMap(name => readdirSync(new URL(name, folder)).map(file => `${name}/${file}`));
  const code = files.filter(file => file.endsWith(".ts") && file !== "app/text.ts")
    .map(file => readFileSync(new URL(file, folder), "utf8")).join();
  for (const key of textKeys) expect(code, key).toContain(`"${key}"`);
});

test("no text promises too much", () => {
  for (const key of textKeys) expect(translate("en", key)).not.toMatch(/anonymous|100 ?%|hearing.impaired|deaf.and.dumb|mute/i);
});

test("nothing is certain", () => expect([percent(1), percent(0.993), percent(0.92)]).toEqual([">99%", ">99%", "92%"]));
