import { appendFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

export type Act = 'call' | 'customer' | 'visit-open' | 'visit-edit' | 'visit-close' | 'import-run';

/** One write a client asks for. */
export interface Asked {
  /** Its Idempotency-Key, which also stands in a text of its body: by that the checker finds what became of it. */
  key: string;
  act: Act;
  method: 'POST' | 'PATCH';
  path: string;
  ifMatch?: number;
  body: object;
}

/** An answer that commits the server to something: 5xx and silence do not. */
export interface Told {
  status: number;
  body: unknown;
}

export interface Entry {
  asked: Asked;
  told?: Told;
}

export type Acknowledged = Entry & { told: Told };

/**
 * What the clients asked and what they were told: all that the checker knows besides the database. It is also
 * written down line by line, to be read when a round went wrong.
 */
export class History {
  readonly #entries = new Map<string, Entry>();
  readonly #contradictions: string[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  asks(asked: Asked): void {
    // Asked again under the same key, an answer given before still binds.
    if (!this.#entries.has(asked.key)) this.#entries.set(asked.key, { asked });
    this.#write({ asked });
  }

  isTold(key: string, told: Told): void {
    const entry = this.#entries.get(key)!;
    if (entry.told && !agree(entry.told, told)) {
      this.#contradictions.push(
        `${entry.asked.act} ${key} was told ${JSON.stringify(entry.told)} and ${JSON.stringify(told)}`,
      );
    }
    entry.told ??= told;
    this.#write({ key, told });
  }

  /** Answers to one key that differ. */
  contradictions(): readonly string[] {
    return this.#contradictions;
  }

  remark(words: string): void {
    this.#write({ remark: words });
  }

  all(): Entry[] {
    return [...this.#entries.values()];
  }

  acknowledged(): Acknowledged[] {
    return this.all().filter(isAcknowledged);
  }

  /** Asked, and never answered: it happened or it did not. */
  inDoubt(): Asked[] {
    return this.all()
      .filter((entry) => !entry.told)
      .map((entry) => entry.asked);
  }

  #write(line: object): void {
    const at = Math.round(performance.now());
    appendFileSync(this.#file, `${JSON.stringify({ at, ...line })}\n`);
  }
}

/** Why a request is refused may change, that it is refused may not. */
function agree(one: Told, other: Told): boolean {
  return one.status === other.status && (one.status !== 200 || isDeepStrictEqual(one.body, other.body));
}

export function isAcknowledged(entry: Entry): entry is Acknowledged {
  return entry.told?.status === 200;
}
