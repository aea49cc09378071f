import { css, html, type TemplateResult } from "lit";
import { getJson, Localized, sharedStyles } from "./shared";

/** Shows what the server tells of its model, in the server's order: the worst figure comes first there. */
export class ModelTab extends Localized {
  static override properties = { ...Localized.properties, card: { state: true }, problem: { state: true } };
  static override styles = [sharedStyles, css`
    dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .45rem 1.5rem; margin: 0; } dt { color: var(--soft); } dd { margin: 0; min-width: 0; }
    @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .7rem; } }
  `];
  declare card: unknown;
  declare problem: string;

  override connectedCallback(): void {
    super.connectedCallback();
    getJson<unknown>("api/model").then(card => (this.card = card), (error: Error) => (this.problem = this.t("failedRequest", error.message)));
  }

  override render() { return this.problem ? html`<p class="problem">${this.problem}</p>` : html`<div class="card" lang="en">${this.#show(this.card)}</div>`; }

  #show(value: unknown): TemplateResult {
    if (Array.isArray(value)) return html`${value.map((item, i) => html`${i > 0 && typeof item !== "object" ? ", " : ""}${this.#show(item)}`)}`;
    if (value === null || value === undefined) return html`–`;
    if (typeof value !== "object") return html`${String(value)}`;
    const name = (key: string) => key.replace(/([A-Z])/g, letter => ` ${letter.toLowerCase()}`).replace(/^./, letter => letter.toUpperCase());
    return html`<dl>${Object.entries(value).map(([key, inner]) => html`<dt>${name(key)}</dt><dd>${this.#show(inner)}</dd>`)}</dl>`;
  }
}

customElements.define("model-tab", ModelTab);
