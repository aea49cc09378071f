import { css, html, nothing } from "lit";
import { Localized, sharedStyles } from "../app/shared";
import type { PoseClip } from "./pose-file";
import { drawSkeleton } from "./skeleton";

/**
 * Plays a clip's skeleton in a loop; paused at first if the user prefers less motion. `compact` leaves out the buttons for speed and pause.
 * The clip is `clip`, or what `source` resolves to.
 */
export class HastaPlayer extends Localized {
  static override properties = {
    ...Localized.properties, clip: { attribute: false }, source: { attribute: false }, compact: { type: Boolean },
    isPaused: { state: true }, speed: { state: true },
  };
  static override styles = [sharedStyles, css`
    canvas {
      display: block; width: 100%; max-width: 30rem; aspect-ratio: 4 / 3; object-fit: contain; background: var(--stage);
      border-radius: .7rem;
    }
  `];
  declare clip: PoseClip | null;
  declare source: Promise<PoseClip> | null;
  declare compact: boolean;
  declare isPaused: boolean;
  declare speed: number;
  #at = 0;
  #before = 0;
  #drawn = -1;
  #request = 0;

  constructor() {
    super();
    [this.clip, this.source, this.compact, this.speed] = [null, null, false, 1];
    this.isPaused = matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#request = requestAnimationFrame(this.#step);
  }

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.#request);
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    const source = this.source;
    if (changed.has("source")) {
      source?.then(clip => { if (this.source === source) this.clip = clip; }, () => {}); // the stage stays empty
    }
    if (!changed.has("clip") || !this.clip) return;
    this.#drawn = -1;
    this.#at = this.isPaused ? this.clip.frames.length / this.clip.fps / 2 : 0; // the middle shows the sign, the beginning often a rest
  }

  override render() {
    return html`<canvas aria-hidden="true"></canvas>${this.compact ? nothing : html`<div class="row">
      <button @click=${() => (this.isPaused = !this.isPaused)}>${this.t(this.isPaused ? "play" : "pause")}</button>
      <label>${this.t("speed")} <select @change=${(e: Event) => (this.speed = Number((e.target as HTMLSelectElement).value))}>
        ${[0.25, 0.5, 1].map(speed => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}
      </select></label></div>`}`;
  }

  #step = (now: number): void => {
    this.#request = requestAnimationFrame(this.#step);
    if (!this.isPaused) this.#at += this.speed * (now - this.#before) / 1000;
    this.#before = now;
    const [clip, canvas] = [this.clip, this.renderRoot.querySelector?.("canvas")];
    if (!clip || clip.frames.length === 0 || !canvas) return;
    const index = Math.floor(this.#at * clip.fps) % clip.frames.length;
    if (index === this.#drawn) return;
    this.#drawn = index;
    drawSkeleton(canvas, clip.frames[index], clip.width, clip.height);
  };
}

customElements.define("hasta-player", HastaPlayer);
