import { css, html, nothing } from "lit";
import { getJson, Localized, sharedStyles } from "./shared";
import { percent } from "./text";

interface Accuracy { strangers: number; worstStranger: number; source: string }
export interface Card {
  accuracy: Accuracy | null; name: string; words: number; unsureBelow: number; minConfidence: number; canTeach: boolean;
  engine: string; version: string; licence: string | null; notes: string[];
}

/** Shows how well the model works for the people for whom it works worst, and then what else the server tells of it. */
export class ModelTab extends Localized {
  static override properties = { ...Localized.properties, card: { state: true }, problem: { state: true } };
  static override styles = [sharedStyles, css`
    .worst { font-size: 3.4rem; line-height: 1.1; font-weight: 600; letter-spacing: -.02em; color: var(--accent); }
    .worst + p { margin-bottom: 1.4rem; }
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
    return this.card ? html`<div class="card">${this.#show(this.card)}</div>` : nothing;
  }

  #show(card: Card) {
    const accuracy = card.accuracy;
    const inEnglish = (text: string) => html`<span lang="en">${text}</span>`;
    const rows: [string, unknown][] = [
      [this.t("mean"), accuracy ? percent(accuracy.strangers) : this.t("notMeasured")],
      [this.t("measuredOn"), inEnglish(accuracy?.source ?? "–")],
      [this.t("name"), inEnglish(card.name)], [this.t("words"), card.words], [this.t("unsureBelow"), percent(card.unsureBelow)],
      [this.t("minConfidence"), percent(card.minConfidence)], [this.t("engine"), inEnglish(card.engine)], [this.t("version"), card.version],
      [this.t("licence"), card.licence ? inEnglish(card.licence) : this.t("notStated")],
    ];
    return html`<div class="worst">${accuracy ? percent(accuracy.worstStranger) : this.t("notMeasured")}</div><p>${this.t("worst")}</p>
      <dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
      <ul lang="en">${card.notes.map(note => html`<li>${note}</li>`)}</ul>`;
  }
}

customElements.define("model-tab", ModelTab);
