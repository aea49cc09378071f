// A server that speaks docs/protocol.md with invented answers, for looking at the page only.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { WebSocketServer } from "ws";

const root = new URL("../../wwwroot/", import.meta.url);
const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
const word = (gloss, hindi, category, kind, accuracy) =>
  ({ gloss, display: gloss, english: gloss.toLowerCase(), hindi, category, kind, clips: 20, signers: 3, accuracy, similar: [], hasPose: false });
const words = [
  word("Hello", "हेलो", "Greetings", "known", 0.91), word("Water", "पानी", "Food", "oneSigner", null), word("Teacher", "शिक्षक", "Jobs", "known", 0.62),
  word("Book", "किताब", "Education", "enrolled", null),
];
const answers = {
  "/api/words": words,
  "/api/model": {
    accuracy: { strangers: 0.88, worstStranger: 0.54, source: "Made up for tests." }, name: "isl-words", words: 3, unsureBelow: 0.84, minConfidence: 0.5,
    engine: "made up", version: "0.0.0", licence: "Apache-2.0", canTeach: true, notes: ["It does not translate."],
  },
  "/api/recognize": {
    clip: "upload", gloss: "Hello", display: "Hello", hindi: "हेलो", confidence: 0.93, unsure: false, reason: null, reasonCode: null, kind: "known",
    similar: ["Bye"], candidates: [{ gloss: "Hello", confidence: 0.93 }, { gloss: "Bye", confidence: 0.04 }], warnings: [],
  },
  "/api/enrollments": [{ gloss: "Book", clips: 3, signers: 1 }],
};

export function serve(port = 0) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self' blob:");
    if (answers[path]) return response.setHeader("Content-Type", "application/json").end(JSON.stringify(answers[path]));
    const file = new URL(`.${path === "/" ? "/index.html" : path}`, root);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("Content-Type", types[path.split(".").pop()] ?? types.html).end(readFileSync(file));
  });
  new WebSocketServer({ server }).on("connection", socket => {
    const say = message => socket.send(JSON.stringify(message));
    const event = (name, more) => say({ type: "event", event: { event: name, time: 1, ...more } });
    say({ type: "welcome", protocol: 1, model: "isl-words", words: 4, minConfidence: 0.8, limits: { maxFrameBytes: 1e6, maxPixels: 1e6, maxFrameRate: 30, preferredHeight: 360 } });
    socket.on("message", (data, isBinary) => {
      if (!isBinary) return say({ type: "ready" });
      const number = data.readUInt32LE(4);
      if (number === 2) {
        event("recognized", {
          gloss: "Hello", display: "Hello", hindi: "हेलो", kind: "known", confidence: 0.93, similar: ["Bye"],
          candidates: [{ gloss: "Hello", confidence: 0.93 }, { gloss: "Bye", confidence: 0.04 }],
        });
      }
      if (number === 4) {
        event("unsure", {
          confidence: 0.4, reason: "not confident", reasonCode: "lowConfidence",
          candidates: [{ gloss: "Water", confidence: 0.4 }, { gloss: "Teacher", confidence: 0.3 }],
        });
      }
      if (number === 5) event("signing", { start: 1 });
      if (number === 6) event("guess", { gloss: "Teacher", display: "Teacher", confidence: 0.5 });
      const pose = Array.from({ length: 66 }, () => null);
      const points = [[11, 380, 200], [12, 260, 200], [13, 420, 290], [14, 220, 290], [15, 390, 330], [16, 250, 180], [0, 320, 110]];
      points.forEach(([i, x, y]) => [pose[2 * i], pose[2 * i + 1]] = [x, y]);
      say({
        type: "frame", number, time: data.readDoubleLE(8) / 1000, landmarks: { pose, left: null, right: null }, hints: ["shouldersCut"], rate: 12,
        next: { afterMs: 60, isShared: true },
      });
    });
  });
  const close = () => { server.closeAllConnections(); server.close(); };
  return new Promise(done => server.listen(port, "127.0.0.1", () => done({ url: `http://127.0.0.1:${server.address().port}/`, close })));
}
