import { css, html, nothing } from "lit";
import "../live/hasta-live";
import "./sign-choice";
import "./word-editor";
import type { HastaLive, LiveState } from "../live/hasta-live";
import type { FrameMessage, SignEvent } from "../live/protocol";
import { Localized, sharedStyles } from "./shared";
import { speak } from "./speech";
import { percent } from "./text";
import { Transcript, type Word } from "./transcript";
import { Vocabulary } from "./vocabulary";

const hints = ["noSigner", "tooDark", "backlight", "tooFar", "tooClose", "shouldersCut", "handOutside", "secondPerson", "slow"] as const;
const isHint = (code: string): code is (typeof hints)[number] => (hints as readonly string[]).includes(code);
const examples = 6;

/** The camera beside the words that it saw. */
export class LiveTab extends Localized {
  static override properties = {
    ...Localized.properties, transcript: { state: true }, vocabulary: { state: true }, state: { state: true }, detail: { state: true },
    isSigning: { state: true }, guess: { state: true }, frame: { state: true }, open: { state: true }, notice: { state: true },
  };
  static override styles = [sharedStyles, css`
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.5rem 2rem; align-items: start; }
    .cover {
      position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: .8rem; padding: 1rem;
      text-align: center;
    }
    .tips, .state { position: absolute; left: .6rem; max-width: calc(100% - 1.2rem); padding: .25rem .7rem; border-radius: .5rem; }
    .tips { top: .6rem; background: var(--accent); color: var(--on); font-weight: 600; }
    .state { bottom: .6rem; background: color-mix(in srgb, var(--raised) 88%, transparent); font-size: .92rem; }
    .state.signing { font-weight: 600; color: var(--accent); } .state small { font-weight: 400; }
    .below { display: flex; flex-wrap: wrap-reverse; gap: .8rem; align-items: start; margin-top: .8rem; }
    .below p { flex: 1 1 16rem; margin: 0; }
    .guess { color: var(--soft); font-size: 1.5rem; line-height: 1.3; min-height: 2.2rem; margin-bottom: .4rem; font-style: italic; }
    .words {
      display: flex; flex-wrap: wrap; gap: .5rem; align-content: start; min-height: 8.5rem; margin: 0; padding: 0; list-style: none;
    }
    .word { font-size: 1.3rem; line-height: 1.25; padding: .45rem .9rem; text-align: start; }
    .word[aria-expanded="true"] { border-color: var(--accent); }
    .word small { display: block; } .question { min-height: 4rem; }
    .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  `];
  declare transcript: Transcript;
  declare vocabulary: Vocabulary;
  declare state: LiveState;
  declare detail: string;
  declare isSigning: boolean;
  declare guess: string;
  declare frame: FrameMessage | null;
  declare open: number;
  declare notice: string;

  constructor() {
    super();
    [this.transcript, this.vocabulary, this.state, this.detail] = [Transcript.empty, new Vocabulary([]), "off", ""];
    [this.isSigning, this.guess, this.frame, this.open, this.notice] = [false, "", null, -1, ""];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    Vocabulary.load().then(words => (this.vocabulary = words), () => {}); // glosses are then shown as they are
  }

  override render() {
    return html`<div class="pair"><section>${this.#stage()}</section><section>${this.#words()}</section></div>`;
  }

  get #live(): HastaLive { return this.renderRoot.querySelector("hasta-live")!; }

  #stage() {
    const isOn = ["connecting", "loading", "ready", "waiting"].includes(this.state);
    const tips = isOn ? (this.frame?.hints ?? []).filter(isHint) : [];
    return html`<hasta-live @hasta-state=${this.#onState} @hasta-event=${this.#onEvent}
        @hasta-frame=${(e: CustomEvent<FrameMessage>) => (this.frame = e.detail)}>
        ${isOn ? nothing : html`<div class="cover"><div role="status">${this.t(this.state, this.detail)}</div>
          <button class="main" @click=${() => void this.#switch(true)}>${this.t("start")}</button></div>`}
        <div role="status">${tips.length > 0 ? html`<div class="tips">${this.t(tips[0]!)}</div>` : nothing}</div>
        ${isOn ? html`<div class="state ${this.isSigning ? "signing" : ""}">${this.#stateText()}</div>` : nothing}
      </hasta-live>
      <div class="below"><p class="soft">${this.t("privacy", location.host)}</p>
        ${isOn ? html`<button class="stop" @click=${() => void this.#switch(false)}>${this.t("stop")}</button>` : nothing}</div>`;
  }

  #stateText() {
    if (this.state !== "ready") return this.t(this.state === "waiting" && this.detail === "busy" ? "busy" : this.state);
    const rate = this.frame ? html` <small>· ${this.t("rate", this.frame.rate.toFixed(0))}</small>` : nothing;
    const shared = this.frame?.next.isShared ? html` <small>· ${this.t("shared")}</small>` : nothing;
    return html`${this.t(this.isSigning ? "signing" : "rest")}${rate}${shared}`;
  }

  #words() {
    const { words, question, canUndo } = this.transcript;
    const word = words[this.open];
    return html`<div class="guess" aria-hidden="true">${this.guess}</div>
      ${words.length > 0 ? html`<ol class="words">${words.map((one, i) => html`<li>${this.#chip(one, i)}</li>`)}</ol>` : this.#examples()}
      <div class="question">${word ? html`<word-editor .language=${this.language} .vocabulary=${this.vocabulary} .word=${word}
          @word-choose=${(e: CustomEvent<string>) => this.#change(this.transcript.choose(this.open, e.detail))}
          @word-write=${(e: CustomEvent<string>) => this.#change(this.transcript.write(this.open, e.detail))}
          @word-remove=${() => this.#change(this.transcript.remove(this.open))} @word-close=${() => this.#close()}></word-editor>`
        : question.length > 0 ? html`<sign-choice .language=${this.language} .vocabulary=${this.vocabulary} .glosses=${question} canRefuse
          @sign-choose=${(e: CustomEvent<string | null>) => this.#change(this.transcript.answer(e.detail))}></sign-choice>` : nothing}</div>
      <div class="row">
        <button ?disabled=${!canUndo} @click=${() => this.#change(this.transcript.undo())}>${this.t("undo")}</button>
        <button ?disabled=${!words.length} @click=${() => this.#change(this.transcript.clear())}>${this.t("clear")}</button>
        <button ?disabled=${!words.length} @click=${() => void this.#copy()}>${this.t("copy")}</button>
        <button ?disabled=${!words.length} @click=${() => this.#speak("en-IN")}>${this.t("speak")}</button>
        <button ?disabled=${!words.length} @click=${() => this.#speak("hi-IN")}>${this.t("speakHindi")}</button>
      </div><small role="status">${this.notice || this.t("speakNote")}</small>
      <div class="sr" role="status" lang="en">${words.length > 0 ? this.#text(words.at(-1)!) : ""}</div>`;
  }

  #chip(word: Word, index: number) {
    const hindi = word.gloss === null ? undefined : this.vocabulary.hindi(word.gloss);
    return html`<button class="word" aria-expanded=${this.open === index} @keydown=${(e: KeyboardEvent) => this.#onKey(e, index)}
      @click=${() => (this.open = this.open === index ? -1 : index)}>
      <span lang=${word.gloss === null ? nothing : "en"}>${this.#text(word)}</span>
      ${hindi ? html`<small lang="hi">${hindi}</small>` : nothing}</button>`;
  }

  #examples() {
    const words = this.vocabulary.easiest(examples);
    return html`<div class="words soft"><p>${this.t("empty")}<br><span lang=${this.language}>${
      words.map(word => (this.language === "hi" && word.hindi) || word.display).join(" · ")}</span></p></div>`;
  }

  #onState({ detail: { state, detail } }: CustomEvent<{ state: LiveState; detail?: string }>): void {
    [this.state, this.detail] = [state, detail ?? ""];
    if (state !== "ready") [this.frame, this.guess, this.isSigning] = [null, "", false];
  }

  #onEvent({ detail: sign }: CustomEvent<SignEvent>): void {
    this.isSigning = sign.event === "signing" || sign.event === "guess";
    this.guess = sign.event === "guess" ? `${sign.display ?? sign.gloss} ${percent(sign.confidence ?? 0)}` : "";
    this.transcript = this.transcript.add(sign);
  }

  /** The button that was pressed is gone then: the focus goes to the one that took its place. */
  async #switch(isOn: boolean): Promise<void> {
    if (isOn) await this.#live.start();
    else this.#live.stop();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".stop, .cover .main")?.focus();
  }

  #onKey(event: KeyboardEvent, index: number): void {
    if (event.key === "Escape" && this.open === index) this.#close();
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    this.#change(this.transcript.remove(index));
  }

  /** Takes a step of the user. The focus goes to the word that was changed, or to the last one. */
  #change(transcript: Transcript): void {
    const index = Math.min(this.open < 0 ? Infinity : this.open, transcript.words.length - 1);
    const hadFocus = this.shadowRoot?.activeElement?.matches(".word, word-editor, sign-choice");
    [this.transcript, this.open, this.notice] = [transcript, -1, ""];
    if (hadFocus) void this.#focus(index);
  }

  #close(): void {
    const index = this.open;
    this.open = -1;
    void this.#focus(index);
  }

  async #focus(index: number): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>(".word")[index]?.focus();
  }

  #text = (word: Word, language = "en-IN"): string => word.gloss === null ? word.text ?? ""
    : (language === "hi-IN" && this.vocabulary.hindi(word.gloss)) || this.vocabulary.display(word.gloss);

  #say = (language?: string): string => this.transcript.words.map(word => this.#text(word, language)).join(" ");

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#say());
      this.notice = this.t("copied");
    } catch (error) {
      this.notice = this.t("failedRequest", (error as Error).message);
    }
  }

  #speak(language: "en-IN" | "hi-IN"): void {
    this.notice = speak(this.#say(language), language) ? "" : this.t("noVoice");
  }
}

customElements.define("live-tab", LiveTab);
