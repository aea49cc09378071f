import { css, html, nothing } from "lit";
import "./live-tab";
import "./clip-tab";
import "./teach-tab";
import "./words-tab";
import "./model-tab";
import { Localized, sharedStyles } from "./shared";
import type { Language } from "./text";
import { Vocabulary } from "./vocabulary";

const tabs = ["live", "clip", "teach", "words", "model"] as const;
type Tab = (typeof tabs)[number];

const stored = (key: string): string | null => {
  try { return localStorage.getItem(key); } catch { return null; }
};
const store = (key: string, value: string): void => {
  try { localStorage.setItem(key, value); } catch { /* The choice then lasts as long as the page. */ }
};

export class HastaApp extends Localized {
  static override properties = { ...Localized.properties, tab: { state: true }, count: { state: true } };
  static override styles = [sharedStyles, css`
    :host { max-width: 66rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem; }
    header { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
    h1 { margin: 0 auto 0 0; font-size: .9rem; font-weight: 600; letter-spacing: .09em; text-transform: uppercase; color: var(--accent); }
    [role="tablist"] { display: flex; flex-wrap: wrap; gap: .2rem; margin: 1rem 0 1.5rem; border-bottom: 1px solid var(--line); }
    [role="tab"] {
      border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; padding-inline: clamp(.45rem, 2vw, .9rem);
    }
    [role="tab"][aria-selected="true"] { border-color: var(--accent); font-weight: 600; }
    footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; }
  `];
  declare tab: Tab;
  declare count: number | null;

  constructor() {
    super();
    this.count = null;
    this.#setLanguage((stored("language") ?? navigator.language).startsWith("hi") ? "hi" : "en");
    this.#setTheme(stored("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
    const follow = () => (this.tab = tabs.find(tab => location.hash === `#${tab}`) ?? "live");
    follow();
    addEventListener("hashchange", follow);
    Vocabulary.load().then(({ words }) => (this.count = words.filter(word => word.kind !== "oneSigner").length), () => {});
  }

  override render() {
    const other = this.language === "en" ? "hi" : "en";
    return html`<header><h1 lang="en">Hasta</h1>
        <button lang=${other} @click=${() => this.#setLanguage(other, true)}>${this.t("language")}</button>
        <button @click=${() => this.#setTheme(document.documentElement.dataset["theme"] === "dark" ? "light" : "dark", true)}>
          ${this.t("theme")}</button>
      </header>
      <main><div role="tablist" aria-label=${this.t("sections")} @keydown=${this.#onKey}>${tabs.map(tab => html`<button role="tab" id=${tab}
        aria-controls="panel" aria-selected=${tab === this.tab} tabindex=${tab === this.tab ? 0 : -1}
        @click=${() => (location.hash = tab)}>${this.t(tab)}</button>`)}</div>
      <div id="panel" role="tabpanel" aria-labelledby=${this.tab}>${this.#panel()}</div></main>
      <footer><p>${this.t("limits", this.count ?? "…")}</p>
        ${this.language === "hi" ? html`<p>${this.t("unreviewed")}</p>` : nothing}</footer>`;
  }

  #panel() {
    switch (this.tab) {
      case "clip": return html`<clip-tab .language=${this.language}></clip-tab>`;
      case "teach": return html`<teach-tab .language=${this.language}></teach-tab>`;
      case "words": return html`<words-tab .language=${this.language}></words-tab>`;
      case "model": return html`<model-tab .language=${this.language}></model-tab>`;
      default: return html`<live-tab .language=${this.language}></live-tab>`;
    }
  }

  #onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1
      : step && (tabs.indexOf(this.tab) + step + tabs.length) % tabs.length;
    if (next === undefined) return;
    event.preventDefault();
    location.hash = tabs[next]!;
    this.renderRoot.querySelector<HTMLElement>(`#${tabs[next]}`)?.focus();
  }

  #setLanguage(language: Language, isChosen = false): void {
    this.language = document.documentElement.lang = language;
    if (isChosen) store("language", language);
  }

  #setTheme(theme: string, isChosen = false): void {
    document.documentElement.dataset["theme"] = theme;
    if (isChosen) store("theme", theme);
  }
}

customElements.define("hasta-app", HastaApp);
