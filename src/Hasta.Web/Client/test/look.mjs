// node look.mjs FOLDER [URL]: a picture of each tab in both themes, languages and sizes, and what axe finds in them.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { serve } from "./fake-server.mjs";

const [folder = "shots", address] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = address ? null : await serve();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
});
let problems = 0;
for (const theme of ["light", "dark"]) for (const language of ["en", "hi"]) for (const width of [360, 1280]) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme, locale: `${language}-IN`, permissions: ["camera"] });
  const page = await context.newPage();
  const say = text => { problems++; console.log(`${theme} ${language} ${width}: ${text}`); };
  page.on("console", message => message.type() === "error" && say(message.text()));
  page.on("pageerror", error => say(error.message));
  page.on("request", request => !request.url().startsWith(address ?? server.url) && say(`request to ${request.url()}`));
  for (const tab of ["live", "clip", "words", "model", "teach"]) {
    await page.goto(`${address ?? server.url}#${tab}`);
    if (tab === "live") { await page.locator("live-tab button.main").click(); await page.waitForTimeout(1200); }
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${folder}/${tab}-${theme}-${language}-${width}.png`, fullPage: true });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) say(`${tab} is wider than the screen`);
    const found = await page.evaluate(`${axe}; axe.run().then(result => result.violations.map(v => [v.impact, v.id, v.nodes[0].html.slice(0, 120)]))`);
    for (const violation of found) say(`${tab}: ${violation.join(" ")}`);
  }
  await context.close();
}
await browser.close();
server?.close();
console.log(`${problems} problems`);
