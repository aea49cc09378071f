/** The messages of docs/protocol.md, version 1. Times in seconds unless the name ends in Ms; coordinates in pixels of the frame sent. */
const subprotocol = "hasta.1";

export interface Candidate { gloss: string; confidence: number }

export interface Welcome {
  type: "welcome"; protocol: number; model: string; words: number; minConfidence: number;
  limits: { maxFrameBytes: number; maxPixels: number; maxFrameRate: number; preferredHeight: number };
}

export type FlatPoints = (number | null)[];
export interface Landmarks { pose: FlatPoints | null; left: FlatPoints | null; right: FlatPoints | null }

export interface FrameMessage {
  type: "frame"; number: number; time: number; landmarks: Landmarks; hints: string[]; rate: number;
  next: { afterMs: number; isShared: boolean };
}

export interface SignEvent {
  event: "signing" | "guess" | "recognized" | "unsure" | "misfire" | "rest";
  time: number; start?: number; end?: number; gloss?: string; display?: string; hindi?: string;
  kind?: "known" | "oneSigner" | "enrolled"; confidence?: number; candidates?: Candidate[]; similar?: string[];
  reason?: string; reasonCode?: ReasonCode;
}

export type ReasonCode = "tooFewFrames" | "noHand" | "noSign" | "lowConfidence";

export interface Take {
  type: "take"; pose: string; frames: number; seconds: number; hands: number; problem: string | null; problemCode: ReasonCode | null;
}

export type ServerMessage =
  | Welcome | FrameMessage | Take
  | { type: "ready" } | { type: "event"; event: SignEvent } | { type: "completed" } | { type: "error"; code: string; message: string };

/** A server that needs a token takes it as a second subprotocol, because browsers give WebSockets no headers. */
export const subprotocols = (token: string): string[] => (token ? [subprotocol, `token.${token}`] : [subprotocol]);

/** A binary frame: 16 bytes of header, little-endian, then the JPEG. */
export function frameBytes(number: number, timeMs: number, jpeg: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(16 + jpeg.byteLength);
  const header = new DataView(bytes.buffer);
  header.setUint8(0, 1);
  header.setUint32(4, number, true);
  header.setFloat64(8, timeMs, true);
  bytes.set(new Uint8Array(jpeg), 16);
  return bytes.buffer;
}
