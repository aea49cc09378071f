import { css, html, nothing } from "lit";
import "../live/hasta-live";
import "../pose/hasta-player";
import type { HastaLive, LiveState } from "../live/hasta-live";
import type { Take } from "../live/protocol";
import { fromBase64, readPose, type PoseClip } from "../pose/pose-file";
import type { Card } from "./model-tab";
import { getJson, Localized, request, sharedStyles } from "./shared";
import { percent } from "./text";

interface Enrolled { gloss: string; clips: number; signers: number }

/** Takes are numbered from 1, in the order in which they were sent. */
interface Check {
  usable: number; rejected: { take: number; reason: string }[]; unlike: number[]; moreRecordings: number;
  similar: { gloss: string; similarity: number; kind: string }[];
}

interface Recorded { take: Take; clip: PoseClip | null }

const takeMs = 3000;
const minTakes = 3;
const maxTakes = 5;
const wait = (ms: number) => new Promise(done => setTimeout(done, ms));

/** Consent, then takes with a countdown; nothing is kept before "Teach this sign". */
export class TeachTab extends Localized {
  static override properties = {
    ...Localized.properties, canTeach: { state: true }, gloss: { state: true }, signer: { state: true }, hasConsent: { state: true },
    takes: { state: true }, state: { state: true }, countdown: { state: true }, notice: { state: true }, check: { state: true },
    enrolled: { state: true },
  };
  static override styles = [sharedStyles, css`
    hasta-live { max-width: 34rem; }
    .takes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .8rem; }
    .consent { display: flex; gap: .8rem; align-items: start; max-width: 46rem; margin: 1rem 0; }
    .consent input { min-height: 1.4rem; width: 1.4rem; flex: none; margin: .1rem 0 0; accent-color: var(--accent); }
    .cover {
      position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: .8rem; padding: 1rem;
      text-align: center;
    }
    .count {
      font-size: clamp(1.5rem, 6vw, 3rem); font-weight: 600; padding: .2rem 1.4rem; border-radius: .8rem; background: var(--raised);
    }
    .recording { border: 4px solid var(--righthand); place-content: start center; border-radius: .7rem; }
    .recording .count { font-size: 1.2rem; }
    .notice { min-height: 1.6rem; } hasta-player { margin: .6rem 0; }
  `];
  declare canTeach: boolean;
  declare gloss: string;
  declare signer: string;
  declare hasConsent: boolean;
  declare takes: Recorded[];
  declare state: LiveState;
  /** Seconds to the next take; 0 while one is recorded, null otherwise. */
  declare countdown: number | null;
  declare notice: string;
  declare check: Check | null;
  declare enrolled: Enrolled[];

  /** The numbers on the page of the takes that were sent. */
  #sent: number[] = [];

  constructor() {
    super();
    [this.canTeach, this.gloss, this.signer, this.hasConsent, this.takes] = [true, "", "", false, []];
    [this.state, this.countdown, this.notice, this.check, this.enrolled] = ["off", null, "", null, []];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#try(async () => {
      this.canTeach = (await getJson<Card>("api/model")).canTeach;
      if (this.canTeach) await this.#list();
    });
  }

  override render() {
    if (!this.canTeach) return html`<p class="problem">${this.t("cannotTeach")}</p>`;
    const isAgreed = this.hasConsent && this.gloss.trim() !== "" && this.signer.trim() !== "";
    return html`<p>${this.t("teachIntro", location.host)}</p>
      <div class="row">
        <label class="field">${this.t("gloss")}<input maxlength="100" autocomplete="off"
          @input=${(e: Event) => (this.gloss = (e.target as HTMLInputElement).value)}></label>
        <label class="field">${this.t("signer")}<input maxlength="100" autocomplete="off"
          @input=${(e: Event) => (this.signer = (e.target as HTMLInputElement).value)}></label></div>
      <label class="consent"><input type="checkbox" @change=${(e: Event) => (this.hasConsent = (e.target as HTMLInputElement).checked)}>
        <span>${this.t("consent")}</span></label>
      ${isAgreed ? this.#recorder() : nothing}
      <p class="notice" role="status">${this.notice}</p>
      <div class="takes">${this.takes.map((recorded, i) => this.#card(recorded, i))}</div>
      ${this.check ? html`<p>${this.#tell(this.check)}</p>` : nothing}
      <h2>${this.t("taught")}</h2>
      ${this.enrolled.length === 0 ? html`<p class="soft">${this.t("none")}</p>` : nothing}
      ${this.enrolled.map(sign => html`<div class="row"><b>${sign.gloss}</b>
        <button @click=${() => void this.#remove(sign.gloss)}>${this.t("remove", sign.gloss)}</button></div>`)}
      ${this.enrolled.length > 0 ? html`<a class="button" href="api/enrollments/export" download>${this.t("export")}</a>` : nothing}`;
  }

  get #live(): HastaLive { return this.renderRoot.querySelector("hasta-live")!; }

  #recorder() {
    const isReady = this.state === "ready";
    const good = this.takes.filter(({ take }) => take.problem === null).length;
    return html`<hasta-live @hasta-take=${this.#onTake}
        @hasta-state=${(e: CustomEvent<{ state: LiveState }>) => (this.state = e.detail.state)}>${this.#cover(isReady)}</hasta-live>
      <div class="row">
        <button class="main" ?disabled=${!isReady || this.countdown !== null || this.takes.length >= maxTakes}
          @click=${() => void this.#record()}>${this.t("record")}</button>
        <button ?disabled=${good < minTakes} @click=${() => void this.#send("api/enrollments/check")}>${this.t("check")}</button>
        <button ?disabled=${good < minTakes || !this.check} @click=${() => void this.#send("api/enrollments")}>
          ${this.t("enroll")}</button></div>`;
  }

  #cover(isReady: boolean) {
    if (!isReady) {
      return html`<div class="cover"><div role="status">${this.t(this.state)}</div>
        <button class="main" @click=${() => void this.#live.start()}>${this.t("start")}</button></div>`;
    }

    if (this.countdown === null) return nothing;
    return html`<div class="cover ${this.countdown === 0 ? "recording" : ""}"><div class="count">
      ${this.countdown === 0 ? this.t("recording") : this.t("recordIn", this.countdown)}</div></div>`;
  }

  #card({ take, clip }: Recorded, index: number) {
    const name = this.t("take", index + 1);
    return html`<div class="card"><b>${name}</b> <small>${this.t("takeHands", percent(take.hands))}</small>
      ${clip ? html`<hasta-player .clip=${clip} .language=${this.language}></hasta-player>` : nothing}
      ${take.problemCode ? html`<p class="problem">${this.t(take.problemCode)}</p>` : nothing}
      <button @click=${() => this.#discard(take)}>${this.t("remove", name)}</button></div>`;
  }

  async #record(): Promise<void> {
    for (this.countdown = 3; this.countdown > 0; this.countdown--) await wait(1000);
    this.#live?.record();
    await wait(takeMs);
    this.#live?.stopRecording();
    this.countdown = null;
  }

  #onTake({ detail: take }: CustomEvent<Take>): void {
    const clip = take.pose ? readPose(fromBase64(take.pose).buffer) : null;
    [this.takes, this.check] = [[...this.takes, { take, clip }], null];
  }

  #discard(take: Take): void { [this.takes, this.check] = [this.takes.filter(other => other.take !== take), null]; }

  #tell(check: Check): string {
    const number = (take: number) => this.t("take", this.#sent[take - 1] ?? take);
    const parts = [this.t("usable", check.usable)];
    if (check.rejected.length > 0) {
      parts.push(`${this.t("rejected")}: ${check.rejected.map(({ take, reason }) => `${number(take)}: ${reason}`).join("; ")}`);
    }
    if (check.unlike.length > 0) parts.push(`${this.t("unlike")}: ${check.unlike.map(number).join(", ")}`);
    if (check.similar.length > 0) {
      parts.push(`${this.t("similar")}: ${check.similar.map(sign => `${sign.gloss} (${percent(sign.similarity)})`).join(", ")}`);
    }
    if (check.moreRecordings > 0) parts.push(this.t("more", check.moreRecordings));
    return parts.join(" · ");
  }

  async #try(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.notice = this.t("failedRequest", (error as Error).message);
    }
  }

  #send = (path: string) => this.#try(async () => {
    const form = new FormData();
    form.append("gloss", this.gloss.trim());
    if (path === "api/enrollments") {
      form.append("signer", this.signer.trim());
      form.append("consent", this.t("consent"));
    }
    const good = this.takes.filter(({ take }) => take.problem === null);
    good.forEach(({ take }, i) => form.append("take", new Blob([fromBase64(take.pose)]), `take${i + 1}.pose`));
    this.#sent = good.map(recorded => this.takes.indexOf(recorded) + 1);
    [this.check, this.notice] = [(await (await request(path, { method: "POST", body: form })).json()) as Check, ""];
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
