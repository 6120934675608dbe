import type { AccountKind } from '#domain/messaging/account.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type {
  Answer,
  Client,
  Clients,
  OpenAccount,
  Outgoing,
  Receipt,
} from '#server/modules/messaging/channels/channel.ts';

/** One call as the provider saw it: the only thing, beside the database, that the checker believes. */
export interface Call {
  accountKind: AccountKind;
  messageId: string;
  attemptId: string;
  to: string;
  at: Instant;
  /** What we were told. */
  told: Answer['outcome'];
  /** Whether it was taken, whatever we were told. */
  taken: boolean;
  /** Taken before, within the window in which this provider tells twins apart. */
  wasTwin: boolean;
}

interface Told {
  at: Instant;
  accountId: string;
  receipt: Receipt;
}

/** Within so many minutes the same message is one message, as the documents of each provider say. */
const twinMinutes: Partial<Record<AccountKind, number>> = { 'wechat-official': 10, 'wecom-app': 30 };

/** A provider that fails in every way its documents know, by a seed. */
export class Provider {
  readonly calls: Call[] = [];
  now: Instant;
  readonly #random: () => number;
  readonly #faultShare: number;
  /** By what makes each the same. */
  readonly #receipts = new Map<string, Told>();
  readonly #takenAt = new Map<string, Instant>();

  constructor(now: Instant, random: () => number, faultShare: number) {
    this.now = now;
    this.#random = random;
    this.#faultShare = faultShare;
  }

  clients(): Clients {
    return clientsOf({
      send: (account, message) => Promise.resolve(this.send(account, message)),
      ask: (account, attemptId) => Promise.resolve(this.ask(account, attemptId)),
    });
  }

  /** The receipts that are out by now, doubled, late and in no order. */
  tell(): Told[] {
    const due: Told[] = [];
    for (const [key, told] of this.#receipts) {
      if (told.at > this.now) continue;
      due.push(told);
      this.#receipts.delete(key);
    }
    const doubled = due.flatMap((told) => (this.#random() < 0.2 ? [told, told] : [told]));
    const places = new Map(doubled.map((told, index) => [index, { told, at: this.#random() }]));
    return [...places.values()].sort((one, other) => one.at - other.at).map(({ told }) => told);
  }

  send(account: Pick<OpenAccount, 'id' | 'kind'>, message: Outgoing): Answer {
    const fault = this.#random() < this.#faultShare ? this.#random() : 1;
    if (fault < 0.15)
      return this.#log(account, message, { outcome: 'not-reached', code: 'econnrefused' }, false);
    if (fault < 0.3) return this.#log(account, message, { outcome: 'throttled', code: 'http-429' }, false);
    if (fault < 0.4)
      return this.#log(account, message, { outcome: 'refused', code: 'MOBILE_NUMBER_ILLEGAL' }, false);
    // Time-outs, resets and faults of theirs: half of the time it was taken.
    if (fault < 0.7)
      return this.#log(account, message, { outcome: 'unknown', code: 'timeout' }, this.#random() < 0.5);
    if (fault < 0.8)
      return this.#log(account, message, { outcome: 'unknown', code: 'http-502' }, this.#random() < 0.5);
    if (fault < 0.9) {
      this.#log(account, message, { outcome: 'unknown', code: 'threw' }, true);
      throw new Error('the connection broke');
    }
    return this.#log(
      account,
      message,
      { outcome: 'accepted', code: null, providerId: `p-${message.attemptId}` },
      true,
    );
  }

  #log(account: Pick<OpenAccount, 'id' | 'kind'>, message: Outgoing, answer: Answer, taken: boolean): Answer {
    const { attemptId, messageId, to } = message;
    const minutes = twinMinutes[account.kind];
    const before = this.#takenAt.get(messageId);
    const wasTwin = minutes !== undefined && before !== undefined && addMinutes(before, minutes) > this.now;
    const told = answer.outcome;
    this.calls.push({
      accountKind: account.kind,
      messageId,
      attemptId,
      to,
      at: this.now,
      told,
      taken,
      wasTwin,
    });
    if (taken && !wasTwin) {
      this.#takenAt.set(messageId, this.now);
      // One in ten never says what became of it.
      if (this.#random() < 0.9) this.#plan(account, attemptId, { arrived: this.#random() < 0.9 });
    }
    return answer;
  }

  #plan(
    account: Pick<OpenAccount, 'id' | 'kind'>,
    attemptId: string,
    { arrived }: { arrived: boolean },
  ): void {
    // At once, before our own answer is written down; or much later.
    const delay = this.#random() < 0.3 ? 0 : Math.floor(this.#random() * 90);
    // Some providers give our own id back, others know only theirs.
    const knowsUs = this.#random() < 0.5;
    const code = arrived ? null : 'UNDELIV';
    this.#receipts.set(`r-${attemptId}`, {
      at: addMinutes(this.now, delay),
      accountId: account.id,
      receipt: {
        attemptId: knowsUs ? attemptId : null,
        ...{ providerId: `p-${attemptId}`, arrived, code, key: `r-${attemptId}` },
      },
    });
  }

  /** Asked about what was taken it knows half of the time; what was not taken it has never heard of. */
  ask(account: Pick<OpenAccount, 'id'>, attemptId: string): Receipt | null {
    const planned = this.#receipts.get(`r-${attemptId}`);
    const isKnown = planned?.accountId === account.id && this.#random() < 0.5;
    return isKnown ? { ...planned.receipt, attemptId } : null;
  }
}

/** How a worker reaches a provider, in its own process or in another. */
export interface Line {
  send(account: OpenAccount, message: Outgoing): Promise<Answer>;
  ask(account: OpenAccount, attemptId: string): Promise<Receipt | null>;
}

export function clientsOf({ send, ask }: Line): Clients {
  const client: Client = {
    send,
    test: () => Promise.resolve({ ok: true, code: null }),
    ask: (account, about) => ask(account, about.attemptId),
  };
  return new Proxy({} as Clients, { get: () => client });
}
