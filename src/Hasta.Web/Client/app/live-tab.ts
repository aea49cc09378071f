import { css, html, nothing } from "lit";
import "../live/hasta-live";
import type { HastaLive, LiveState } from "../live/hasta-live";
import type { FrameMessage, SignEvent } from "../live/protocol";
import { Localized, sharedStyles } from "./shared";
import { english, percent, type TextKey } from "./text";

interface Word { gloss: string; text: string; hindi?: string; isUnsure: boolean; others: string[] }

export class LiveTab extends Localized {
  static override properties = {
    ...Localized.properties, words: { state: true }, state: { state: true }, detail: { state: true }, sign: { state: true },
    guess: { state: true }, frame: { state: true }, open: { state: true },
  };
  static override styles = [sharedStyles, css`
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem 2rem; }
    .status { min-height: 3.4rem; margin-top: .6rem; } .guess { color: var(--soft); font-size: 1.5rem; min-height: 2.4rem; margin-bottom: .8rem; font-style: italic; }
    .words { display: flex; flex-wrap: wrap; gap: .5rem; align-content: start; min-height: 9rem; } .words button { font-size: 1.15rem; }
    .words .unsure { border: 2px dashed var(--soft); background: none; } .others { min-height: 3.4rem; }
    .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  `];
  declare words: Word[];
  declare state: LiveState;
  declare detail: string;
  declare sign: "rest" | "signing";
  declare guess: string;
  declare frame: FrameMessage | null;
  declare open: number;
  #before: Word[][] = [];

  constructor() {
    super();
    [this.words, this.state, this.detail, this.sign, this.guess, this.frame, this.open] = [[], "off", "", "rest", "", null, -1];
  }

  override render() {
    const isOn = ["connecting", "loading", "ready", "waiting"].includes(this.state);
    const word = this.words[this.open];
    return html`<div class="pair"><section>
        <hasta-live @hasta-state=${this.#onState} @hasta-event=${this.#onEvent} @hasta-frame=${(e: CustomEvent<FrameMessage>) => (this.frame = e.detail)}></hasta-live>
        <div class="status">${this.state === "ready" ? this.t(this.sign) : this.t(this.state, this.detail)}
          ${isOn && this.frame ? html`<small>· ${this.t("rate", this.frame.rate.toFixed(0))} ${this.frame.next.isShared ? this.t("shared") : ""}</small>` : nothing}
          <div class="soft">${isOn ? (this.frame?.hints ?? []).filter(hint => hint in english).map(hint => html`${this.t(hint as TextKey)} `) : nothing}</div></div>
        <button class="main" @click=${() => (isOn ? this.#live.stop() : void this.#live.start())}>${this.t(isOn ? "stop" : "start")}</button>
      </section><section>
        <div class="guess" aria-hidden="true">${this.guess}</div>
        <div class="words">${this.words.length ? this.words.map((one, i) => this.#chip(one, i)) : html`<p class="soft">${this.t("empty")}</p>`}</div>
        <div class="others row">${word ? html`<span class="soft">${this.t("perhaps")}</span>${word.others.map(other => html`<button @click=${() => this.#choose(other)}>${other}</button>`)}` : nothing}</div>
        <div class="row">
          <button ?disabled=${this.#before.length === 0} @click=${this.#undo}>${this.t("undo")}</button>
          <button ?disabled=${!this.words.length} @click=${() => this.#change([])}>${this.t("clear")}</button>
          <button ?disabled=${!this.words.length} @click=${() => void navigator.clipboard?.writeText(this.#say())}>${this.t("copy")}</button>
          <button ?disabled=${!this.words.length} @click=${() => this.#speak("en-IN")}>${this.t("speak")}</button>
          <button ?disabled=${!this.words.length} @click=${() => this.#speak("hi-IN")}>${this.t("speakHindi")}</button>
        </div><small>${this.t("speakNote")}</small>
        <div class="sr" role="status">${this.words.at(-1)?.isUnsure ? "" : this.words.at(-1)?.text ?? ""}</div>
      </section></div>
      <p class="soft row">${this.t("privacy", location.host)}</p>`;
  }

  get #live(): HastaLive { return this.renderRoot.querySelector("hasta-live")!; }

  #chip(word: Word, index: number) {
    return html`<button class=${word.isUnsure ? "unsure" : ""} aria-expanded=${this.open === index} @click=${() => (this.open = this.open === index ? -1 : index)}>
      ${word.isUnsure ? html`${word.text}? <small>${this.t("unsure")}</small>` : word.text} ${word.hindi ? html`<small lang="hi">${word.hindi}</small>` : nothing}</button>`;
  }

  #onState(event: CustomEvent<{ state: LiveState; detail?: string }>): void {
    [this.state, this.detail] = [event.detail.state, event.detail.detail ?? ""];
    if (this.state !== "ready") [this.frame, this.guess, this.sign] = [null, "", "rest"];
  }

  #onEvent({ detail: sign }: CustomEvent<SignEvent>): void {
    if (sign.event === "signing" || sign.event === "guess") this.sign = "signing";
    else this.sign = "rest";
    this.guess = sign.event === "guess" ? `${sign.display ?? sign.gloss} ${percent(sign.confidence ?? 0)}` : "";
    if (sign.event !== "recognized" && sign.event !== "unsure") return;
    const names = [...new Set([...(sign.candidates ?? []).map(one => one.gloss), ...(sign.similar ?? [])])];
    const gloss = sign.gloss ?? names[0];
    if (!gloss) return;
    const isUnsure = sign.event === "unsure";
    const others = names.filter(name => isUnsure || name !== gloss).slice(0, 5);
    this.#change([...this.words, { gloss, text: sign.display ?? gloss, hindi: sign.hindi, isUnsure, others }]);
    if (isUnsure) this.open = this.words.length - 1;
  }

  #change(words: Word[]): void {
    this.#before = [...this.#before.slice(-49), this.words];
    [this.words, this.open] = [words, -1];
  }

  #undo(): void { [this.words, this.open] = [this.#before.pop() ?? [], -1]; }

  #choose(gloss: string): void {
    this.#change(this.words.map((word, i) => i !== this.open ? word
      : { gloss, text: gloss, isUnsure: false, others: [...new Set([word.gloss, ...word.others])].filter(other => other !== gloss).slice(0, 5) }));
  }

  #say = (language = "en-IN") => this.words.filter(word => !word.isUnsure).map(word => (language === "hi-IN" && word.hindi) || word.text).join(" ");

  #speak(language: string): void {
    const speech = new SpeechSynthesisUtterance(this.#say(language));
    speech.lang = language;
    speechSynthesis.cancel();
    speechSynthesis.speak(speech);
  }
}

customElements.define("live-tab", LiveTab);
