import type { SignEvent } from "../live/protocol";

/** A word of the transcript. `gloss` is null once somebody has written it. */
export interface Word { gloss: string | null; text?: string; others: string[] }

const maxOthers = 5;
const maxSteps = 50;

/** What was signed so far, and the question about the latest sign if the model is unsure of it. Never changed: each step is a new one. */
export class Transcript {
  private constructor(
    readonly words: readonly Word[], readonly question: readonly string[], readonly before: readonly (readonly Word[])[],
  ) {}

  static readonly empty = new Transcript([], [], []);

  get canUndo(): boolean { return this.before.length > 0; }

  /** Recognized signs become words, unsure ones a question; other events change nothing. */
  add(sign: SignEvent): Transcript {
    const names = [...new Set([...(sign.candidates ?? []).map(one => one.gloss), ...(sign.similar ?? [])])].slice(0, maxOthers + 1);
    if (sign.event === "unsure") return new Transcript(this.words, names.slice(0, maxOthers), this.before);
    if (sign.event !== "recognized" || !sign.gloss) return this;
    return this.#next([...this.words, { gloss: sign.gloss, others: names.filter(name => name !== sign.gloss).slice(0, maxOthers) }]);
  }

  /** Answers the question; null means none of the candidates. */
  answer(gloss: string | null): Transcript {
    if (gloss === null) return new Transcript(this.words, [], this.before);
    return this.#next([...this.words, { gloss, others: this.question.filter(name => name !== gloss) }]);
  }

  choose(index: number, gloss: string): Transcript {
    return this.#replace(index, word => {
      const others = [...new Set([...(word.gloss === null ? [] : [word.gloss]), ...word.others])];
      return { gloss, others: others.filter(name => name !== gloss).slice(0, maxOthers) };
    });
  }

  write(index: number, text: string): Transcript {
    const trimmed = text.trim();
    return trimmed === "" ? this.remove(index) : this.#replace(index, word => ({
      gloss: null, text: trimmed, others: [...new Set([...(word.gloss === null ? [] : [word.gloss]), ...word.others])].slice(0, maxOthers),
    }));
  }

  remove(index: number): Transcript { return this.#next(this.words.filter((_, i) => i !== index)); }
  clear(): Transcript { return this.#next([]); }
  undo(): Transcript { return this.canUndo ? new Transcript(this.before.at(-1)!, [], this.before.slice(0, -1)) : this; }

  #replace(index: number, change: (word: Word) => Word): Transcript {
    return this.#next(this.words.map((word, i) => (i === index ? change(word) : word)));
  }

  #next(words: readonly Word[]): Transcript { return new Transcript(words, [], [...this.before, this.words].slice(-maxSteps)); }
}
