import { afterEach, expect, test } from "vitest";
import { WebSocketServer, WebSocket as NodeSocket, type WebSocket as Connection } from "ws";
import { LiveClient } from "../live/live-client";

globalThis.WebSocket = NodeSocket as unknown as typeof WebSocket;
const limits = { maxFrameBytes: 1e6, maxPixels: 1e6, maxFrameRate: 30, preferredHeight: 480 };
const frame = (number: number) =>
  ({
    type: "frame", number, time: 0, landmarks: { pose: null, left: null, right: null }, hints: [], rate: 10,
    next: { afterMs: 1, isShared: false },
  });
let server: WebSocketServer;
let client: LiveClient;

function serve(onBinary: (socket: Connection, bytes: Buffer) => void): Promise<{ states: string[]; url: string }> {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", socket => {
    const say = (message: object) => socket.send(JSON.stringify(message));
    say({ type: "welcome", protocol: 1, model: "m", words: 1, minConfidence: 0.5, limits });
    socket.on("message", (data, isBinary) => (isBinary ? onBinary(socket, data as Buffer) : say({ type: "ready" })));
  });
  return new Promise(done => server.on("listening", () => {
    const states: string[] = [];
    const url = `ws://127.0.0.1:${(server.address() as { port: number }).port}/api/live`;
    client = new LiveClient({
      url, firstRetryMs: 5, onMessage: () => {}, onState: state => states.push(state),
      source: async () => ({ jpeg: new Uint8Array([1, 2, 3]).buffer, timeMs: 12.5 }),
    });
    client.open();
    done({ states, url });
  }));
}

const until = async (check: () => boolean) => {
  for (let i = 0; i < 200 && !check(); i++) await new Promise(go => setTimeout(go, 10));
  expect(check()).toBe(true);
};
afterEach(() => { client.close(); server.close(); server.clients.forEach(socket => socket.terminate()); });

test("one frame is in flight, numbered and with its time", async () => {
  const numbers: number[] = [];
  let answer: (() => void) | null = null;
  await serve((socket, bytes) => {
    expect([bytes[0], bytes.readDoubleLE(8), bytes.length]).toEqual([1, 12.5, 19]);
    const number = bytes.readUInt32LE(4);
    numbers.push(number);
    answer = () => socket.send(JSON.stringify(frame(number)));
  });
  await until(() => numbers.length === 1);
  await new Promise(go => setTimeout(go, 60));
  expect(numbers).toEqual([1]);
  answer!();
  await until(() => numbers.length === 2);
  expect(numbers).toEqual([1, 2]);
});

test("a lost server is tried again", async () => {
  let count = 0;
  const { states } = await serve(socket => { if (++count === 1) socket.close(1001); });
  await until(() => count === 2);
  expect(states).toEqual(["connecting", "loading", "ready", "waiting", "connecting", "loading", "ready"]);
});

test("a server that wants another token is not asked again", async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1", verifyClient: ({ req }, answer) => {
    expect(req.headers["sec-websocket-protocol"]).toBe("hasta.1,token.secret");
    answer(false, 401);
  } });
  await new Promise(done => server.on("listening", done));
  const states: string[] = [];
  client = new LiveClient({
    url: `ws://127.0.0.1:${(server.address() as { port: number }).port}/api/live`, token: "secret", isUnauthorized: async () => true,
    onMessage: () => {}, onState: state => states.push(state), source: async () => null,
  });
  client.open();
  await until(() => states.at(-1) === "unauthorized");
  expect(states).toEqual(["connecting", "unauthorized"]);
});

test("an error that would repeat ends the stream", async () => {
  const { states } = await serve(socket => {
    socket.send(JSON.stringify({ type: "error", code: "badFrame", message: "no JPEG" }));
    socket.close(1008);
  });
  await until(() => states.at(-1) === "failed");
});
