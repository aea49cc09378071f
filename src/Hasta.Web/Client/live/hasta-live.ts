import { css, html, LitElement } from "lit";
import { Camera, type CameraProblem } from "./camera";
import { LiveClient, type ConnectionState } from "./live-client";
import type { FrameMessage, ServerMessage, SignEvent, Take, Welcome } from "./protocol";
import { drawSkeleton } from "../pose/skeleton";

export interface HastaLiveEvents {
  "hasta-word": SignEvent; "hasta-event": SignEvent; "hasta-frame": FrameMessage; "hasta-take": Take; "hasta-welcome": Welcome;
  "hasta-state": { state: LiveState; detail?: string };
}
export type LiveState = ConnectionState | CameraProblem | "off";

/**
 * The camera with its skeleton, recognized by a Hasta server. `server` is the server's address, by default the page's own;
 * `token` is what that server asks for, if it does and the page was not opened by its link.
 * `hasta-word` fires once for each recognized sign.
 */
export class HastaLive extends LitElement {
  static override properties = { server: { type: String }, token: { type: String } };
  static override styles = css`
    :host { display: block; }
    div { position: relative; aspect-ratio: 16 / 9; overflow: hidden; border-radius: .7rem; background: var(--stage, #1d2025); }
    video, canvas { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; transform: scaleX(-1); }
  `;
  declare server: string;
  declare token: string;
  #camera: Camera | null = null;
  #client: LiveClient | null = null;
  #size: [number, number] = [640, 480];

  override render() {
    return html`<div part="stage"><video muted playsinline aria-hidden="true"></video><canvas aria-hidden="true"></canvas>
      <slot></slot></div>`;
  }

  async start(): Promise<void> {
    await this.updateComplete;
    this.stop();
    const camera = this.#camera = new Camera(this.renderRoot.querySelector("video")!);
    try {
      await camera.start();
    } catch (problem) {
      this.#fire("hasta-state", { state: typeof problem === "string" ? (problem as CameraProblem) : "noCamera" });
      return;
    }
    const url = new URL("api/live", this.server || document.baseURI);
    url.protocol = url.protocol.replace("http", "ws");
    this.#client = new LiveClient({
      url: url.href,
      token: this.token,
      isUnauthorized: () => this.#isUnauthorized(),
      source: async welcome => {
        const frame = await camera.take(welcome.limits.preferredHeight);
        if (frame) this.#size = [frame.width, frame.height];
        return frame;
      },
      onMessage: message => this.#receive(message),
      onState: (state, detail) => this.#fire("hasta-state", { state, detail }),
    });
    this.#client.open();
  }

  stop(): void {
    this.#client?.close();
    this.#camera?.stop();
    this.#client = this.#camera = null;
    const canvas = this.renderRoot.querySelector("canvas");
    if (canvas) drawSkeleton(canvas, undefined, ...this.#size);
  }

  record(): void { this.#client?.send("record"); }
  stopRecording(): void { this.#client?.send("stop"); }
  reset(): void { this.#client?.send("reset"); }

  override disconnectedCallback(): void {
    this.stop();
    super.disconnectedCallback();
  }

  async #isUnauthorized(): Promise<boolean> {
    const headers: HeadersInit = this.token ? { Authorization: `Bearer ${this.token}` } : {};
    const response = await fetch(new URL("api/model", this.server || document.baseURI), { headers }).catch(() => null);
    return response?.status === 401;
  }

  #receive(message: ServerMessage): void {
    if (message.type === "welcome") this.#fire("hasta-welcome", message);
    if (message.type === "take") this.#fire("hasta-take", message);
    if (message.type === "event") {
      this.#fire("hasta-event", message.event);
      if (message.event.event === "recognized") this.#fire("hasta-word", message.event);
    }
    if (message.type === "frame") {
      drawSkeleton(this.renderRoot.querySelector("canvas")!, message.landmarks, ...this.#size);
      this.#fire("hasta-frame", message);
    }
  }

  #fire<K extends keyof HastaLiveEvents>(name: K, detail: HastaLiveEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hasta-live", HastaLive);
