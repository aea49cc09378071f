import { frameBytes, subprotocols, type ServerMessage, type Welcome } from "./protocol";

export type ConnectionState = "connecting" | "loading" | "ready" | "waiting" | "unauthorized" | "failed" | "closed";

/** A picture of the camera; null if there is none yet. */
export type FrameSource = (welcome: Welcome) => Promise<{ jpeg: ArrayBuffer; timeMs: number } | null>;

export interface LiveClientOptions {
  url: string;
  /** Empty if the server needs none. */
  token?: string;
  /** Asked when the server refused the connection: whether it wants another token. Browsers do not tell why. */
  isUnauthorized?: () => Promise<boolean>;
  source: FrameSource;
  onMessage: (message: ServerMessage) => void;
  onState: (state: ConnectionState, detail?: string) => void;
  firstRetryMs?: number;
}

/** Errors that another try would only repeat. */
const lasting = new Set(["badMessage", "badFrame", "tooLarge", "tooFast", "failed"]);
const maxRetryMs = 15_000;

/**
 * A live stream: at most one frame in flight, taken from the source only when the server asks for it, so that the newest frame wins.
 * A lost connection is tried again with growing pauses.
 */
export class LiveClient {
  readonly #options: LiveClientOptions;
  #socket: WebSocket | null = null;
  #welcome: Welcome | null = null;
  #number = 0;
  #retryMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #error: { code: string; message: string } | null = null;

  constructor(options: LiveClientOptions) {
    this.#options = options;
    this.#retryMs = options.firstRetryMs ?? 500;
  }

  open(): void {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#connect();
    }
  }

  close(): void {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    this.#socket?.close(1000);
    this.#socket = null;
    this.#options.onState("closed");
  }

  send(type: "reset" | "record" | "stop" | "complete"): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify({ type }));
  }

  #connect(): void {
    [this.#error, this.#welcome] = [null, null];
    this.#options.onState("connecting");
    const socket = new WebSocket(this.#options.url, subprotocols(this.#options.token ?? ""));
    this.#socket = socket;
    socket.onmessage = message => this.#receive(socket, JSON.parse(message.data as string) as ServerMessage);
    socket.onerror = () => {}; // close follows
    socket.onclose = () => void this.#lost(socket);
  }

  #receive(socket: WebSocket, message: ServerMessage): void {
    if (socket !== this.#socket) return;
    if (message.type === "welcome") {
      this.#welcome = message;
      this.#options.onState("loading");
      socket.send(JSON.stringify({ type: "start", source: "video" }));
    } else if (message.type === "ready") {
      this.#retryMs = this.#options.firstRetryMs ?? 500;
      this.#options.onState("ready");
      void this.#sendNext(socket);
    } else if (message.type === "frame") {
      this.#timer = setTimeout(() => void this.#sendNext(socket), message.next.afterMs);
    } else if (message.type === "error") {
      this.#error = message;
    }
    this.#options.onMessage(message);
  }

  async #sendNext(socket: WebSocket): Promise<void> {
    const frame = await this.#options.source(this.#welcome!).catch(() => null);
    if (socket !== this.#socket || socket.readyState !== 1) return;
    if (frame) socket.send(frameBytes(++this.#number, frame.timeMs, frame.jpeg));
    else this.#timer = setTimeout(() => void this.#sendNext(socket), 100);
  }

  async #lost(socket: WebSocket): Promise<void> {
    clearTimeout(this.#timer);
    const isRefused = this.#welcome === null && (await this.#options.isUnauthorized?.());
    if (socket !== this.#socket || !this.#isOpen) return;
    if (isRefused) {
      this.#isOpen = false;
      this.#options.onState("unauthorized");
      return;
    }
    if (this.#error && lasting.has(this.#error.code)) {
      this.#isOpen = false;
      this.#options.onState("failed", this.#error.message);
      return;
    }
    this.#options.onState("waiting", this.#error?.code);
    this.#timer = setTimeout(() => this.#connect(), this.#retryMs);
    this.#retryMs = Math.min(2 * this.#retryMs, maxRetryMs);
  }
}
