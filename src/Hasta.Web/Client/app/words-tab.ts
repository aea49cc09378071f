import { css, html, nothing } from "lit";
import { getJson, Localized, sharedStyles } from "./shared";
import { percent } from "./text";

interface WordInfo { gloss: string; english: string | null; hindi: string | null; category: string | null; kind: string; accuracy: number | null; similar: string[] }

export class WordsTab extends Localized {
  static override properties = { ...Localized.properties, list: { state: true }, search: { state: true }, category: { state: true }, problem: { state: true } };
  static override styles = [sharedStyles, css`
    ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .8rem; }
    b { font-size: 1.15rem; font-weight: 600; } li small { display: block; }
  `];
  declare list: WordInfo[];
  declare search: string;
  declare category: string;
  declare problem: string;

  constructor() { super(); [this.list, this.search, this.category, this.problem] = [[], "", "", ""]; }

  override connectedCallback(): void {
    super.connectedCallback();
    getJson<WordInfo[]>("api/words").then(
      words => (this.list = words), (error: Error) => (this.problem = this.t("failedRequest", error.message)));
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
          : this.t("strangers", word.accuracy === null ? this.t("notMeasured") : percent(word.accuracy))}</small></li>`)}</ul>`;
  }
}

customElements.define("words-tab", WordsTab);
