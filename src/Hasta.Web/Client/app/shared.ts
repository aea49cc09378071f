import { css, LitElement } from "lit";
import { translate, type Language, type TextKey } from "./text";

export const sharedStyles = css`
  * { box-sizing: border-box; }
  :host { display: block; overflow-wrap: break-word; }
  h2 { font-size: 1.35rem; letter-spacing: -.01em; margin: 0 0 .5rem; }
  p { margin: 0 0 .8rem; max-width: 46rem; } small, .soft { color: var(--soft); font-size: .88rem; }
  button, select, input, .button {
    font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: .6rem; padding: .5rem .9rem;
    min-height: 2.75rem; max-width: 100%;
  }
  button, .button { cursor: pointer; } button:hover { border-color: var(--accent); }
  button:disabled { color: var(--soft); cursor: default; }
  .main { background: var(--accent); color: var(--on); border-color: var(--accent); font-weight: 600; }
  .main:disabled { background: var(--line); border-color: var(--line); color: var(--ink); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: 1rem 0; }
  .card { padding: 1rem 1.15rem; border: 1px solid var(--line); border-radius: .7rem; background: var(--raised); }
  label.field { display: grid; gap: .25rem; } .problem { border-left: 3px solid var(--accent); padding-left: .8rem; }
`;

/** An element with text in the page's language. */
export abstract class Localized extends LitElement {
  static override properties: Record<string, object> = { language: { type: String } };
  declare language: Language;
  t = (key: TextKey, value?: string | number) => translate(this.language ?? "en", key, value);
}

/** @throws an Error with the server's own words. */
export async function request(path: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI), options);
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
  throw new Error(problem.detail ?? problem.title ?? `${response.status} ${response.statusText}`);
}

export const getJson = async <T>(path: string): Promise<T> => (await request(path)).json() as Promise<T>;
