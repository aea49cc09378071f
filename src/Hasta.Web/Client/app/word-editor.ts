import { css, html, nothing } from "lit";
import "./sign-choice";
import { Localized, sharedStyles } from "./shared";
import type { Word } from "./transcript";
import type { Vocabulary } from "./vocabulary";

/** Changes one word: fires `word-choose` (a gloss), `word-write` (a text), `word-remove` or `word-close`. */
export class WordEditor extends Localized {
  static override properties = { ...Localized.properties, vocabulary: { attribute: false }, word: { attribute: false } };
  static override styles = [sharedStyles, css`
    form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-top: .8rem; }
  `];
  declare vocabulary: Vocabulary;
  declare word: Word;

  override render() {
    const text = this.word.text ?? this.vocabulary.display(this.word.gloss ?? "");
    return html`<div class="card" role="group" aria-label=${this.t("change", text)} @keydown=${this.#onKey}>
      ${this.word.others.length > 0 ? html`<sign-choice .language=${this.language} .vocabulary=${this.vocabulary}
        .glosses=${this.word.others}
        @sign-choose=${(e: CustomEvent<string>) => this.#fire("word-choose", e.detail)}></sign-choice>` : nothing}
      <form @submit=${this.#write}><label class="field">${this.t("write")}
          <input name="text" maxlength="100" autocomplete="off" .value=${text}></label>
        <button>${this.t("apply")}</button>
        <button type="button" @click=${() => this.#fire("word-remove")}>${this.t("remove", text)}</button>
        <button type="button" @click=${() => this.#fire("word-close")}>${this.t("close")}</button></form></div>`;
  }

  #write(event: SubmitEvent): void {
    event.preventDefault();
    this.#fire("word-write", new FormData(event.target as HTMLFormElement).get("text") as string);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#fire("word-close");
  }

  #fire(name: string, detail?: string): void { this.dispatchEvent(new CustomEvent(name, { detail })); }
}

customElements.define("word-editor", WordEditor);
