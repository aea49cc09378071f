import { css, html, nothing } from "lit";
import { getJson, Localized, sharedStyles } from "./shared";
import { percent } from "./text";

interface Accuracy { strangers: number; worstStranger: number; source: string }
interface Card {
  accuracy: Accuracy | null; name: string; words: number; unsureBelow: number; minConfidence: number;
  engine: string; version: string; licence: string | null; notes: string[];
}

/** Shows how well the model works for the people for whom it works worst, and then what else the server tells of it. */
export class ModelTab extends Localized {
  static override properties = { ...Localized.properties, card: { state: true }, problem: { state: true } };
  static override styles = [sharedStyles, css`
    .worst { font-size: 3.2rem; line-height: 1.1; font-weight: 600; letter-spacing: -.02em; } .worst + p { margin-bottom: 1.2rem; }
    dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .45rem 1.5rem; margin: 0 0 1rem; }
    dt { color: var(--soft); } dd { margin: 0; min-width: 0; } ul { margin: 0; padding-left: 1.2rem; }
    @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .7rem; } }
  `];
  declare card: Card | null;
  declare problem: string;

  override connectedCallback(): void {
    super.connectedCallback();
    getJson<Card>("api/model").then(card => (this.card = card), (error: Error) => (this.problem = this.t("failedRequest", error.message)));
  }

  override render() {
    if (this.problem) return html`<p class="problem">${this.problem}</p>`;
    return this.card ? html`<div class="card" lang="en">${this.#show(this.card)}</div>` : nothing;
  }

  #show(card: Card) {
    const accuracy = card.accuracy;
    const rows: [string, unknown][] = [
      ["Strangers, mean", accuracy ? percent(accuracy.strangers) : "not measured"], ["Measured on", accuracy?.source ?? "–"],
      ["Model", card.name], ["Words", card.words], ["Clips are unsure below", percent(card.unsureBelow)],
      ["Live signs are unsure below", percent(card.minConfidence)], ["Landmarks of videos", card.engine],
      ["Version of Hasta", card.version], ["Licence of the model", card.licence ?? "not stated"],
    ];
    return html`<div class="worst">${accuracy ? percent(accuracy.worstStranger) : "not measured"}</div>
      <p>of the signs recognized of strangers, where it works worst</p>
      <dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
      <ul>${card.notes.map(note => html`<li>${note}</li>`)}</ul>`;
  }
}

customElements.define("model-tab", ModelTab);
