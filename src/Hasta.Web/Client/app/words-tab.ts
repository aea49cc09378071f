import { css, html, nothing } from "lit";
import "../pose/hasta-player";
import { poseOf } from "./references";
import { Localized, sharedStyles } from "./shared";
import { percent } from "./text";
import { hasFewClips, Vocabulary, type WordInfo } from "./vocabulary";

/** What the model knows, searched in both languages, with how a word is signed and how well it is recognized of strangers. */
export class WordsTab extends Localized {
  static override properties = {
    ...Localized.properties, vocabulary: { state: true }, search: { state: true }, category: { state: true }, problem: { state: true },
    shown: { state: true },
  };
  static override styles = [sharedStyles, css`
    ul {
      list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
      gap: .8rem;
    }
    li { display: flex; flex-direction: column; gap: .15rem; } li button, li hasta-player { margin-top: .6rem; }
    li hasta-player { margin-bottom: .6rem; } li button { margin-top: auto; }
    b { font-size: 1.2rem; font-weight: 600; } li small { display: block; }
  `];
  declare vocabulary: Vocabulary;
  declare search: string;
  declare category: string;
  declare problem: string;
  declare shown: ReadonlySet<string>;

  constructor() {
    super();
    [this.vocabulary, this.search, this.category, this.problem, this.shown] = [new Vocabulary([]), "", "", "", new Set()];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    Vocabulary.load().then(
      words => (this.vocabulary = words), (error: Error) => (this.problem = this.t("failedRequest", error.message)));
  }

  override render() {
    const wanted = this.search.trim().toLocaleLowerCase().normalize();
    const { words } = this.vocabulary;
    const found = words.filter(word => (!this.category || word.category === this.category)
      && [word.gloss, word.display, word.english, word.hindi].some(text => text?.toLocaleLowerCase().normalize().includes(wanted)));
    const categories = [...new Set(words.map(word => word.category).filter(name => name !== null))].sort();
    return html`<div class="row">
        <input type="search" aria-label=${this.t("search")} placeholder=${this.t("search")}
          @input=${(e: Event) => (this.search = (e.target as HTMLInputElement).value)}>
        <select aria-label=${this.t("all")} @change=${(e: Event) => (this.category = (e.target as HTMLSelectElement).value)}>
          <option value="">${this.t("all")}</option>${categories.map(name => html`<option lang="en">${name}</option>`)}</select>
        <span class="soft" role="status">${this.problem || this.t("found", found.length)}</span></div>
      ${words.some(word => word.hasPose) ? html`<p class="soft">${this.t("average")}</p>` : nothing}
      <ul>${found.map(word => this.#card(word))}</ul>`;
  }

  #card(word: WordInfo) {
    const isShown = this.shown.has(word.gloss);
    return html`<li class="card"><div><b lang="en">${word.display}</b>
        ${word.hindi ? html`<span lang="hi">${word.hindi}</span>` : nothing}</div>
      ${word.english.toLowerCase() === word.display.toLowerCase() ? nothing : html`<small lang="en">${word.english}</small>`}
      <small>${word.kind === "known" ? this.t("strangers", word.accuracy === null ? this.t("notMeasured") : percent(word.accuracy))
        : this.t(word.kind)}${word.kind === "known" && hasFewClips(word) ? html` · ${this.t("fewClips")}` : nothing}</small>
      ${isShown ? html`<hasta-player compact .source=${poseOf(word.gloss)} .language=${this.language}></hasta-player>` : nothing}
      ${word.hasPose ? html`<button aria-expanded=${isShown} @click=${() => this.#toggle(word.gloss)}>
        ${this.t(isShown ? "hide" : "show", word.display)}</button>` : nothing}</li>`;
  }

  #toggle(gloss: string): void {
    const shown = new Set(this.shown);
    if (!shown.delete(gloss)) shown.add(gloss);
    this.shown = shown;
  }
}

customElements.define("words-tab", WordsTab);
