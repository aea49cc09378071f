import { css, html, nothing } from "lit";
import "../pose/hasta-player";
import { fromBase64, readPose, type PoseClip } from "../pose/pose-file";
import type { Candidate } from "../live/protocol";
import { Localized, request, sharedStyles } from "./shared";
import { percent } from "./text";

interface Answer { gloss: string; display: string; hindi?: string; confidence: number; unsure: boolean; reason: string | null; candidates: Candidate[]; warnings: string[]; pose?: string }

export class ClipTab extends Localized {
  static override properties = { ...Localized.properties, answer: { state: true }, problem: { state: true }, isWorking: { state: true } };
  static override styles = [sharedStyles, css`
    .drop { display: block; padding: 2rem 1.2rem; border: 2px dashed var(--line); border-radius: .7rem; } .answer { font-size: 2rem; line-height: 1.3; }
    input { max-width: 100%; } .result { margin-top: 1.5rem; min-height: 8rem; }
  `];
  declare answer: Answer | null;
  declare problem: string;
  declare isWorking: boolean;
  #clip: PoseClip | null = null;

  override render() {
    const answer = this.answer;
    return html`<p>${this.t("clipIntro", location.host)}</p>
      <label class="drop" @dragover=${(e: DragEvent) => e.preventDefault()} @drop=${(e: DragEvent) => { e.preventDefault(); void this.#send(e.dataTransfer?.files[0]); }}>
        ${this.t("choose")}<br><input type="file" accept="video/*,.pose" ?disabled=${this.isWorking} @change=${(e: Event) => void this.#send((e.target as HTMLInputElement).files?.[0])}></label>
      <div class="result" role="status">${this.isWorking ? this.t("working") : this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}
      ${answer ? html`<div class="answer">${answer.display} ${answer.hindi ? html`<small lang="hi">${answer.hindi}</small>` : nothing}
          ${answer.unsure ? html`<small>(${this.t("unsure")})</small>` : percent(answer.confidence)}</div>
        ${answer.reason ? html`<p class="soft" lang="en">${answer.reason}</p>` : nothing}
        ${(answer.warnings ?? []).map(warning => html`<p class="problem" lang="en">${warning}</p>`)}
        <p class="soft">${this.t("perhaps")}: ${answer.candidates.slice(1).map(one => `${one.gloss} ${percent(one.confidence)}`).join(" · ")}</p>` : nothing}</div>
      ${answer && this.#clip ? html`<hasta-player .clip=${this.#clip} .language=${this.language}></hasta-player>` : nothing}`;
  }

  async #send(file: File | undefined): Promise<void> {
    if (!file) return;
    [this.answer, this.problem, this.isWorking] = [null, "", true];
    try {
      const answer = (await (await request("api/recognize?pose=true", { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } })).json()) as Answer;
      this.#clip = answer.pose ? readPose(fromBase64(answer.pose).buffer) : null;
      this.answer = answer;
    } catch (error) {
      this.problem = this.t("failedRequest", (error as Error).message);
    }
    this.isWorking = false;
  }
}

customElements.define("clip-tab", ClipTab);
