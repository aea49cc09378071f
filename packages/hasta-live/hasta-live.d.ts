export interface SignEvent {
  event: "signing" | "guess" | "recognized" | "unsure" | "misfire" | "rest";
  time: number; start?: number; end?: number; gloss?: string; display?: string; hindi?: string;
  kind?: "known" | "oneSigner" | "enrolled"; confidence?: number; candidates?: { gloss: string; confidence: number }[]; similar?: string[];
  reason?: string; reasonCode?: "tooFewFrames" | "noHand" | "noSign" | "lowConfidence";
}

/** Fires `hasta-word` (a recognized sign), `hasta-event` (any event), `hasta-frame`, `hasta-take` and `hasta-state`. */
export declare class HastaLive extends HTMLElement {
  server: string;
  token: string;
  start(): Promise<void>;
  stop(): void;
  reset(): void;
  record(): void;
  stopRecording(): void;
}

declare global {
  interface HTMLElementTagNameMap { "hasta-live": HastaLive }
  interface HTMLElementEventMap { "hasta-word": CustomEvent<SignEvent>; "hasta-event": CustomEvent<SignEvent> }
}
