import { css, html, nothing } from "lit";
import "../pose/hasta-player";
import { poseOf } from "./references";
import { Localized, sharedStyles } from "./shared";
import type { Vocabulary } from "./vocabulary";

/** Fires `sign-choose` with the gloss that somebody picked, or null for none of them. */
export class SignChoice extends Localized {
  static override properties = {
    ...Localized.properties, vocabulary: { attribute: false }, glosses: { attribute: false }, canRefuse: { type: Boolean },
  };
  static override styles = [sharedStyles, css`
    .signs { display: flex; flex-wrap: wrap; gap: .5rem; } .sign { display: grid; gap: .3rem; padding: .4rem .8rem; text-align: start; }
    hasta-player { width: 7.5rem; }
  `];
  declare vocabulary: Vocabulary;
  declare glosses: readonly string[];
  declare canRefuse: boolean;

  override render() {
    return html`<p class="soft" role="status">${this.t("perhaps")} …</p><div class="signs">${this.glosses.map(gloss => this.#sign(gloss))}
      ${this.canRefuse ? html`<button @click=${() => this.#choose(null)}>${this.t("noneOfThese")}</button>` : nothing}</div>`;
  }

  #sign(gloss: string) {
    const [hindi, hasPose] = [this.vocabulary.hindi(gloss), this.vocabulary.find(gloss)?.hasPose];
    return html`<button class="sign" @click=${() => this.#choose(gloss)}>
      ${hasPose ? html`<hasta-player compact .source=${poseOf(gloss)}></hasta-player>` : nothing}
      <span><span lang="en">${this.vocabulary.display(gloss)}</span>
        ${hindi ? html`<small lang="hi">${hindi}</small>` : nothing}</span></button>`;
  }

  #choose(gloss: string | null): void { this.dispatchEvent(new CustomEvent("sign-choose", { detail: gloss })); }
}

customElements.define("sign-choice", SignChoice);
