import { css, html, nothing } from "lit";
import "../pose/hasta-player";
import type { Candidate } from "../live/protocol";
import { fromBase64, readPose, type PoseClip } from "../pose/pose-file";
import { Localized, request, sharedStyles } from "./shared";
import { percent, type TextKey } from "./text";
import { Vocabulary } from "./vocabulary";

interface Answer {
  gloss: string; display: string; hindi?: string; confidence: number; unsure: boolean; reasonCode: TextKey | null;
  candidates: Candidate[]; warnings: string[]; pose?: string;
}

/** One video or .pose file: the answer of `hasta recognize`, and what the engine saw. */
export class ClipTab extends Localized {
  static override properties = {
    ...Localized.properties, vocabulary: { state: true }, answer: { state: true }, problem: { state: true }, isWorking: { state: true },
    isOver: { state: true },
  };
  static override styles = [sharedStyles, css`
    .drop {
      display: grid; gap: .8rem; padding: 2.2rem 1.2rem; border: 2px dashed var(--line); border-radius: .7rem;
      grid-template-columns: minmax(0, max-content);
    }
    .over { border-color: var(--accent); background: var(--tint); } input { max-width: 100%; }
    .pair {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1.5rem 2rem; min-height: 10rem;
      margin-top: 1.5rem;
    }
    .answer { font-size: 2.4rem; line-height: 1.2; font-weight: 600; letter-spacing: -.02em; } .answer small { font-weight: 400; }
    table { border-collapse: collapse; margin-top: 1rem; } td { padding: .2rem 1.5rem .2rem 0; }
    td + td { text-align: right; padding-right: 0; }
  `];
  declare vocabulary: Vocabulary;
  declare answer: Answer | null;
  declare problem: string;
  declare isWorking: boolean;
  declare isOver: boolean;
  #clip: PoseClip | null = null;

  constructor() {
    super();
    [this.vocabulary, this.answer, this.problem, this.isWorking, this.isOver] = [new Vocabulary([]), null, "", false, false];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    Vocabulary.load().then(words => (this.vocabulary = words), () => {}); // glosses are then shown as they are
  }

  override render() {
    const enter = (event: DragEvent) => { event.preventDefault(); this.isOver = true; };
    return html`<p>${this.t("clipIntro", location.host)}</p>
      <label class="drop ${this.isOver ? "over" : ""}" @dragover=${enter} @dragleave=${() => (this.isOver = false)} @drop=${this.#onDrop}>
        <span>${this.t("choose")}</span><input type="file" accept="video/*,.pose" ?disabled=${this.isWorking}
          @change=${(e: Event) => void this.#send((e.target as HTMLInputElement).files?.[0])}></label>
      <div class="pair"><div role="status">${this.isWorking ? this.t("working")
        : this.problem ? html`<p class="problem">${this.problem}</p>` : this.answer ? this.#show(this.answer) : nothing}</div>
      ${this.answer && this.#clip ? html`<hasta-player .clip=${this.#clip} .language=${this.language}></hasta-player>` : nothing}</div>`;
  }

  #show(answer: Answer) {
    return html`<div class="answer"><span lang="en">${answer.display}</span>${answer.unsure ? "?" : ""}
        ${answer.hindi ? html`<small lang="hi">${answer.hindi}</small>` : nothing}</div>
      ${answer.reasonCode ? html`<p class="problem">${this.t("unsure")}: ${this.t(answer.reasonCode)}</p>` : nothing}
      ${answer.warnings.map(warning => html`<p class="problem" lang="en">${warning}</p>`)}
      <table><tbody>${answer.candidates.map(one => html`<tr><td><span lang="en">${this.vocabulary.display(one.gloss)}</span>
        <small lang="hi">${this.vocabulary.hindi(one.gloss) ?? ""}</small></td><td>${percent(one.confidence)}</td></tr>`)}</tbody></table>`;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    void this.#send(event.dataTransfer?.files[0]);
  }

  async #send(file: File | undefined): Promise<void> {
    if (!file || this.isWorking) return;
    [this.answer, this.problem, this.isWorking] = [null, "", true];
    try {
      const headers = { "Content-Type": "application/octet-stream" };
      const answer = (await (await request("api/recognize?pose=true", { method: "POST", body: file, headers })).json()) as Answer;
      this.#clip = answer.pose ? readPose(fromBase64(answer.pose).buffer) : null;
      this.answer = answer;
    } catch (error) {
      this.problem = this.t("failedRequest", (error as Error).message);
    }
    this.isWorking = false;
  }
}

customElements.define("clip-tab", ClipTab);
