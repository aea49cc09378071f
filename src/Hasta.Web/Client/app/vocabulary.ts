import { getJson } from "./shared";

export interface WordInfo {
  gloss: string; display: string; english: string; hindi: string | null; category: string | null; kind: "known" | "oneSigner" | "enrolled";
  clips: number | null; accuracy: number | null; similar: string[]; hasPose: boolean;
}

/** Their share of recognized clips says little. */
export const hasFewClips = (word: WordInfo): boolean => (word.clips ?? 0) < 20;

/** The server's words, to show a gloss as people write it. */
export class Vocabulary {
  readonly #words: Map<string, WordInfo>;

  constructor(readonly words: readonly WordInfo[]) {
    this.#words = new Map(words.map(word => [word.gloss, word]));
  }

  static load = async (): Promise<Vocabulary> => new Vocabulary(await getJson<WordInfo[]>("api/words"));

  find = (gloss: string): WordInfo | undefined => this.#words.get(gloss);
  display = (gloss: string): string => this.#words.get(gloss)?.display ?? gloss;
  hindi = (gloss: string): string | undefined => this.#words.get(gloss)?.hindi ?? undefined;

  /** The words that work best with strangers, for a first try. */
  easiest = (count: number): WordInfo[] =>
    this.words.filter(word => word.kind === "known" && word.accuracy !== null && !hasFewClips(word)).sort((a, b) => b.accuracy! - a.accuracy!).slice(0, count);
}
