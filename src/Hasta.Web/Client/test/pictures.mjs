// node pictures.mjs URL FOLDER: the pictures of docs/, of a server that runs. In front of the camera stands the average signer of the Words
// tab: the page's frames are replaced on their way by landmarks, so no person is shown, and the answers are the server's own.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { runnerImport } from "vite";

const [url, folder] = process.argv.slice(2);
const signs = ["Hello", "Welcome", "Teacher", "Book", "Thankyou"];
const [restMs, moveMs] = [1200, 350];
const margin = 106; // a camera of 16:9 sees more to both sides than the clips of 4:3
mkdirSync(folder, { recursive: true });

const { readPose } = (await runnerImport(new URL("../pose/pose-file.ts", import.meta.url).pathname)).module;
const clips = [];
for (const gloss of signs) clips.push(readPose(await (await fetch(new URL(`api/words/${gloss}/pose`, url))).arrayBuffer()));

/** Hands down: the arms of the first clip, hanging. */
const rest = structuredClone(clips[0].frames[0]);
rest.left = rest.right = null;
for (const [point, x, y] of [[13, 405, 330], [15, 415, 460], [14, 235, 330], [16, 225, 460]]) {
  [rest.pose[2 * point], rest.pose[2 * point + 1]] = [x, y];
}

const mix = (a, b, share) => a.map((value, i) => (value === null || b[i] === null ? value ?? b[i] : value + share * (b[i] - value)));

/** The landmarks at a time of the stream: rest, the way up, the sign, the way down, and so on; then rest. */
function at(ms) {
  for (const clip of clips) {
    if ((ms -= restMs) < 0) return rest;
    if (ms < moveMs) return { ...clip.frames[0], pose: mix(rest.pose, clip.frames[0].pose, ms / moveMs) };
    if ((ms -= moveMs) < 1000 * clip.frames.length / clip.fps) return clip.frames[Math.floor(ms * clip.fps / 1000)];
    if ((ms -= 1000 * clip.frames.length / clip.fps) < moveMs) return { ...rest, pose: mix(clip.frames.at(-1).pose, rest.pose, ms / moveMs) };
    ms -= moveMs;
  }
  return rest;
}

function landmarkBytes(number, timeMs, landmarks) {
  const bytes = Buffer.alloc(16 + 75 * 16);
  bytes[0] = 2;
  bytes.writeUInt32LE(number, 4);
  bytes.writeDoubleLE(timeMs, 8);
  const parts = [[landmarks.pose, 33], [landmarks.left, 21], [landmarks.right, 21]];
  const pointOf = (flat, i) => (flat?.[2 * i] == null ? [0, 0, 0, 0] : [margin + flat[2 * i], flat[2 * i + 1], 0, 1]);
  parts.flatMap(([flat, count]) => Array.from({ length: count }, (_, i) => pointOf(flat, i)))
    .forEach((point, i) => point.forEach((value, k) => bytes.writeFloatLE(value, 16 + 16 * i + 4 * k)));
  return bytes;
}

/** Makes the page's stream of pictures one of landmarks. */
async function signInFrontOfTheCamera(page) {
  let begin = null;
  await page.routeWebSocket(/api\/live/, route => {
    const server = route.connectToServer();
    route.onMessage(message => {
      if (typeof message === "string") {
        server.send(message.includes("\"start\"") ? JSON.stringify({ type: "start", source: "landmarks", width: 2 * margin + 640, height: 480 }) : message);
        return;
      }
      const [number, time] = [message.readUInt32LE(4), message.readDoubleLE(8)];
      begin ??= time;
      server.send(landmarkBytes(number, time, at(time - begin)));
    });
  });
  return () => page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync("video { visibility: hidden; }");
    const live = document.querySelector("hasta-app").shadowRoot.querySelector("live-tab").shadowRoot.querySelector("hasta-live").shadowRoot;
    live.adoptedStyleSheets = [...live.adoptedStyleSheets, style];
  });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
});
for (const [name, theme, language, width, height, scale] of [
  ["light", "light", "en", 1160, 640, 1], ["dark", "dark", "en", 1160, 640, 1], ["phone", "light", "hi", 390, 844, 2],
]) {
  const context = await browser.newContext({
    viewport: { width, height }, deviceScaleFactor: scale, colorScheme: theme, locale: `${language}-IN`, permissions: ["camera"],
  });
  const page = await context.newPage();
  const hideVideo = await signInFrontOfTheCamera(page);
  await page.goto(`${url}#live`);
  await page.locator("live-tab .main").click();
  await hideVideo();
  await page.locator("live-tab .word").nth(2).waitFor({ timeout: 60_000 });
  await page.locator("live-tab .guess").filter({ hasText: "%" }).waitFor({ timeout: 20_000 });
  await page.screenshot({ path: `${folder}/${name}.png` });
  for (const tab of ["clip", "teach", "words", "model"]) {
    await page.goto(`${url}#${tab}`);
    await page.waitForTimeout(800); // the requests of a tab
    if (tab === "clip") {
      const buffer = Buffer.from(await (await fetch(new URL("api/words/Book/pose", url))).arrayBuffer());
      await page.locator("clip-tab input").setInputFiles({ name: "book.pose", mimeType: "application/octet-stream", buffer });
      await page.locator("clip-tab .answer").waitFor();
    }
    if (tab === "teach") {
      await page.locator("teach-tab input").nth(0).fill(language === "hi" ? "पानी" : "Water");
      await page.locator("teach-tab input").nth(1).fill("A.");
      await page.locator("teach-tab input").nth(2).check();
    }
    for (const i of tab === "words" ? [0, 1, 2, 3] : []) await page.locator("words-tab li button").nth(i).click();
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(1200); // the middle of the signs
    await page.screenshot({ path: `${folder}/${name}-${tab}.png` });
  }
  await context.close();
}
await browser.close();
