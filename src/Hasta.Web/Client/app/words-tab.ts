import { css, html, nothing } from "lit";
import "../pose/hasta-player";
import { readPose, type PoseClip } from "../pose/pose-file";
import { getJson, Localized, request, sharedStyles } from "./shared";
import { percent } from "./text";

interface WordInfo { gloss: string; english: string | null; hindi: string | null; category: string | null; kind: string; accuracy: number | null; similar: string[]; hasReference: boolean }

export class WordsTab extends Localized {
  static override properties = { ...Localized.properties, list: { state: true }, search: { state: true }, category: { state: true }, shown: { state: true }, problem: { state: true } };
  static override styles = [sharedStyles, css`
    ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .8rem; }
    b { font-size: 1.15rem; font-weight: 600; } li small { display: block; } li button { margin-top: .6rem; }
  `];
  declare list: WordInfo[];
  declare search: string;
  declare category: string;
  declare shown: string;
  declare problem: string;
  #clip: PoseClip | null = null;

  constructor() { super(); [this.list, this.search, this.category, this.shown, this.problem] = [[], "", "", "", ""]; }

  override connectedCallback(): void {
    super.connectedCallback();
    getJson<WordInfo[] | { words: WordInfo[] }>("api/words").then(
      answer => (this.list = Array.isArray(answer) ? answer : answer.words), (error: Error) => (this.problem = this.t("failedRequest", error.message)));
  }

  override render() {
    const wanted = this.search.trim().toLocaleLowerCase();
    const found = this.list.filter(word => (!this.category || word.category === this.category)
      && [word.gloss, word.english, word.hindi].some(text => text?.toLocaleLowerCase().normalize().includes(wanted.normalize())));
    const categories = [...new Set(this.list.map(word => word.category).filter(name => name !== null))].sort();
    return html`<div class="row">
        <input type="search" aria-label=${this.t("search")} placeholder=${this.t("search")} @input=${(e: Event) => (this.search = (e.target as HTMLInputElement).value)}>
        <select aria-label=${this.t("all")} @change=${(e: Event) => (this.category = (e.target as HTMLSelectElement).value)}>
          <option value="">${this.t("all")}</option>${categories.map(name => html`<option lang="en">${name}</option>`)}</select>
        <span class="soft" role="status">${this.problem || this.t("found", found.length)}</span></div>
      <ul>${found.map(word => html`<li class="card"><b lang="en">${word.gloss}</b> ${word.hindi ? html`<span lang="hi">${word.hindi}</span>` : nothing}
        <small lang="en">${word.english ?? ""}</small>
        <small>${word.kind === "oneSigner" ? this.t("oneSigner") : word.kind === "enrolled" ? this.t("enrolled")
          : this.t("strangers", word.accuracy === null ? this.t("notMeasured") : percent(word.accuracy))}</small>
        ${word.hasReference ? html`<button aria-expanded=${this.shown === word.gloss} @click=${() => void this.#show(word.gloss)}>${this.t("playback", word.gloss)}</button>` : nothing}
        ${this.shown === word.gloss && this.#clip ? html`<hasta-player .clip=${this.#clip} .language=${this.language}></hasta-player>` : nothing}</li>`)}</ul>`;
  }

  async #show(gloss: string): Promise<void> {
    if (this.shown === gloss) { this.shown = ""; return; }
    try {
      this.#clip = readPose(await (await request(`api/words/${encodeURIComponent(gloss)}/reference.pose`)).arrayBuffer());
      this.shown = gloss;
    } catch (error) {
      this.problem = this.t("failedRequest", (error as Error).message);
    }
  }
}

customElements.define("words-tab", WordsTab);
