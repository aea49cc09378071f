import { css, html, nothing } from "lit";
import "../live/hasta-live";
import "../pose/hasta-player";
import type { HastaLive, LiveState } from "../live/hasta-live";
import type { Take } from "../live/protocol";
import { fromBase64, readPose } from "../pose/pose-file";
import { getJson, Localized, request, sharedStyles } from "./shared";
import { english, percent } from "./text";

interface Enrolled { gloss: string; clips: number; signers: number }
/** Takes are numbered from 1, in the order in which they were sent. */
interface Check {
  usable: number; rejected: { take: number; reason: string }[]; unlike: number[]; moreRecordings: number;
  similar: { gloss: string; similarity: number; kind: string }[];
}

const takeMs = 3000;
const maxTakes = 5;
const wait = (ms: number) => new Promise(done => setTimeout(done, ms));

/** Consent, then takes with a countdown; nothing is kept before "Teach this sign". */
export class TeachTab extends Localized {
  static override properties = {
    ...Localized.properties, gloss: { state: true }, signer: { state: true }, hasConsent: { state: true }, takes: { state: true }, state: { state: true },
    notice: { state: true }, check: { state: true }, enrolled: { state: true }, isRecording: { state: true },
  };
  static override styles = [sharedStyles, css`
    hasta-live { max-width: 30rem; } .takes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .8rem; }
    .consent { display: flex; gap: .8rem; align-items: start; max-width: 46rem; } .consent input { min-height: 1.4rem; width: 1.4rem; flex: none; margin: .1rem 0 0; } .notice { min-height: 1.6rem; }
  `];
  declare gloss: string; declare signer: string; declare hasConsent: boolean; declare takes: Take[]; declare state: LiveState;
  declare notice: string; declare check: Check | null; declare enrolled: Enrolled[]; declare isRecording: boolean;

  /** The numbers on the page of the takes that were sent. */
  #sent: number[] = [];

  constructor() {
    super();
    [this.gloss, this.signer, this.hasConsent, this.takes, this.state, this.notice, this.check, this.enrolled, this.isRecording] = ["", "", false, [], "off", "", null, [], false];
  }

  override connectedCallback(): void { super.connectedCallback(); void this.#list(); }

  override render() {
    const isAgreed = this.hasConsent && this.gloss.trim() !== "" && this.signer.trim() !== "";
    const good = this.takes.filter(take => take.problem === null);
    return html`<p>${this.t("teachIntro", location.host)}</p>
      <div class="row"><label class="field">${this.t("gloss")}<input @input=${(e: Event) => (this.gloss = (e.target as HTMLInputElement).value)}></label>
        <label class="field">${this.t("signer")}<input autocomplete="off" @input=${(e: Event) => (this.signer = (e.target as HTMLInputElement).value)}></label></div>
      <label class="consent"><input type="checkbox" @change=${(e: Event) => (this.hasConsent = (e.target as HTMLInputElement).checked)}><span>${this.t("consent")}</span></label>
      ${isAgreed ? html`<div class="row"><hasta-live @hasta-state=${(e: CustomEvent<{ state: LiveState }>) => (this.state = e.detail.state)} @hasta-take=${this.#onTake}></hasta-live></div>
        <div class="row">${this.state === "ready"
          ? html`<button class="main" ?disabled=${this.isRecording || this.takes.length >= maxTakes} @click=${() => void this.#record()}>${this.t("record")}</button>`
          : html`<button class="main" @click=${() => void this.#live.start()}>${this.t("start")}</button><span class="soft">${this.t(this.state)}</span>`}
          <button ?disabled=${good.length < 3} @click=${() => void this.#send("api/enrollments/check")}>${this.t("check")}</button>
          <button ?disabled=${good.length < 3 || !this.check} @click=${() => void this.#send("api/enrollments")}>${this.t("enroll")}</button></div>` : nothing}
      <p class="notice" role="status">${this.notice}</p>
      <div class="takes">${this.takes.map((take, i) => html`<div class="card"><b>${this.t("take", i + 1)}</b> <small>${this.t("takeHands", percent(take.hands))}</small>
        ${take.pose ? html`<hasta-player .clip=${readPose(fromBase64(take.pose).buffer)} .language=${this.language}></hasta-player>` : nothing}
        ${take.problem ? html`<p class="problem" lang="en">${take.problem}</p>` : nothing}
        <button @click=${() => { this.takes = this.takes.filter(other => other !== take); this.check = null; }}>${this.t("remove", this.t("take", i + 1))}</button></div>`)}</div>
      ${this.check ? html`<p lang="en">${this.#tell(this.check)}</p>` : nothing}
      <h2>${this.t("taught")}</h2>${this.enrolled.length === 0 ? html`<p class="soft">${this.t("none")}</p>` : this.enrolled.map(sign => html`<div class="row"><b>${sign.gloss}</b>
        <button @click=${() => void this.#remove(sign.gloss)}>${this.t("remove", sign.gloss)}</button></div>`)}
      ${this.enrolled.length > 0 ? html`<a class="button" href="api/enrollments/export" download>${this.t("export")}</a>` : nothing}`;
  }

  get #live(): HastaLive { return this.renderRoot.querySelector("hasta-live")!; }

  async #record(): Promise<void> {
    this.isRecording = true;
    for (let left = 3; left > 0; left--) { this.notice = this.t("recordIn", left); await wait(1000); }
    this.notice = this.t("recording");
    this.#live?.record();
    await wait(takeMs);
    this.#live?.stopRecording();
    [this.notice, this.isRecording] = ["", false];
  }

  #onTake({ detail }: CustomEvent<Take>): void { [this.takes, this.check] = [[...this.takes, detail], null]; }

  #tell(check: Check): string {
    const number = (take: number) => this.t("take", this.#sent[take - 1] ?? take);
    const parts = [english.usable.replace("{0}", String(check.usable))];
    if (check.rejected.length > 0) parts.push(`${english.rejected}: ${check.rejected.map(({ take, reason }) => `${number(take)}: ${reason}`).join("; ")}`);
    if (check.unlike.length > 0) parts.push(`${english.unlike}: ${check.unlike.map(number).join(", ")}`);
    if (check.similar.length > 0) parts.push(`${english.similar}: ${check.similar.map(sign => `${sign.gloss} (${percent(sign.similarity)})`).join(", ")}`);
    if (check.moreRecordings > 0) parts.push(english.more.replace("{0}", String(check.moreRecordings)));
    return parts.join(". ");
  }

  async #try(action: () => Promise<void>): Promise<void> {
    try { await action(); } catch (error) { this.notice = this.t("failedRequest", (error as Error).message); }
  }

  #send = (path: string) => this.#try(async () => {
    const form = new FormData();
    form.append("gloss", this.gloss.trim());
    if (path === "api/enrollments") {
      form.append("signer", this.signer.trim());
      form.append("consent", this.t("consent"));
    }
    const good = this.takes.filter(take => take.problem === null);
    good.forEach((take, i) => form.append("take", new Blob([fromBase64(take.pose)]), `take${i + 1}.pose`));
    this.#sent = good.map(take => this.takes.indexOf(take) + 1);
    this.check = (await (await request(path, { method: "POST", body: form })).json()) as Check;
    if (path !== "api/enrollments") return;
    [this.takes, this.notice] = [[], this.t("taughtNow")];
    await this.#list();
  });

  #list = () => this.#try(async () => { this.enrolled = await getJson<Enrolled[]>("api/enrollments"); });

  #remove = (gloss: string) => this.#try(async () => {
    await request(`api/enrollments/${encodeURIComponent(gloss)}`, { method: "DELETE" });
    await this.#list();
  });
}

customElements.define("teach-tab", TeachTab);
