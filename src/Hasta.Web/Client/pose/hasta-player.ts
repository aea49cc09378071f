import { css, html } from "lit";
import { Localized, sharedStyles } from "../app/shared";
import type { PoseClip } from "./pose-file";
import { drawSkeleton } from "./skeleton";

/** Plays a clip's skeleton in a loop, with speed and pause; paused at first if the user prefers less motion. */
export class HastaPlayer extends Localized {
  static override properties = { ...Localized.properties, clip: { attribute: false }, isPaused: { state: true }, speed: { state: true } };
  static override styles = [sharedStyles, css`
    canvas { display: block; width: 100%; max-width: 30rem; max-height: 20rem; object-fit: contain; background: var(--stage); border-radius: .7rem; }
  `];
  declare clip: PoseClip;
  declare isPaused: boolean;
  declare speed: number;
  #at = 0;
  #before = 0;
  #request = 0;

  constructor() {
    super();
    this.isPaused = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.speed = 1;
  }

  override connectedCallback(): void { super.connectedCallback(); this.#request = requestAnimationFrame(this.#step); }
  override disconnectedCallback(): void { cancelAnimationFrame(this.#request); super.disconnectedCallback(); }

  override render() {
    return html`<canvas aria-hidden="true"></canvas><div class="row">
      <button @click=${() => (this.isPaused = !this.isPaused)}>${this.t(this.isPaused ? "play" : "pause")}</button>
      <label>${this.t("speed")} <select @change=${(e: Event) => (this.speed = Number((e.target as HTMLSelectElement).value))}>
        ${[0.25, 0.5, 1].map(speed => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}</select></label></div>`;
  }

  #step = (now: number): void => {
    if (!this.isPaused) this.#at += this.speed * (now - this.#before) / 1000;
    this.#before = now;
    const canvas = this.renderRoot.querySelector?.("canvas");
    if (canvas && this.clip?.frames.length) {
      drawSkeleton(canvas, this.clip.frames[Math.floor(this.#at * this.clip.fps) % this.clip.frames.length], this.clip.width, this.clip.height);
    }
    this.#request = requestAnimationFrame(this.#step);
  };
}

customElements.define("hasta-player", HastaPlayer);
