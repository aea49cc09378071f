export type CameraProblem = "noCamera" | "denied" | "insecure";

/** The camera's newest frame as a JPEG at the height that the server prefers, not mirrored. */
export class Camera {
  readonly #video: HTMLVideoElement;
  readonly #canvas = document.createElement("canvas");
  #timeMs = 0;
  #sentMs = -1;
  #stream: MediaStream | null = null;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
  }

  /** @throws a {@link CameraProblem} */
  async start(): Promise<void> {
    if (!navigator.mediaDevices) throw "insecure" satisfies CameraProblem;
    try {
      const video = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: "user" };
      this.#stream = await navigator.mediaDevices.getUserMedia({ video });
    } catch (error) {
      throw ((error as DOMException).name === "NotAllowedError" ? "denied" : "noCamera") satisfies CameraProblem;
    }
    this.#video.srcObject = this.#stream;
    await this.#video.play();
    this.#watch();
  }

  stop(): void {
    this.#stream?.getTracks().forEach(track => track.stop());
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** The newest frame; null if there is none that was not taken before. */
  async take(height: number): Promise<{ jpeg: ArrayBuffer; timeMs: number; width: number; height: number } | null> {
    const { videoWidth, videoHeight } = this.#video;
    if (!this.#stream || videoWidth === 0 || this.#timeMs === this.#sentMs) return null;
    const timeMs = this.#sentMs = this.#timeMs;
    const scale = Math.min(1, height / videoHeight);
    const [width, rows] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
    if (this.#canvas.width !== width || this.#canvas.height !== rows) [this.#canvas.width, this.#canvas.height] = [width, rows];
    this.#canvas.getContext("2d")!.drawImage(this.#video, 0, 0, width, rows);
    const blob = await new Promise<Blob | null>(done => this.#canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && { jpeg: await blob.arrayBuffer(), timeMs, width, height: rows };
  }

  #watch(): void {
    const next = (now: number) => {
      if (!this.#stream) return;
      this.#timeMs = now;
      request();
    };
    const request = () => "requestVideoFrameCallback" in this.#video
      ? this.#video.requestVideoFrameCallback(next)
      : requestAnimationFrame(next);
    request();
  }
}
