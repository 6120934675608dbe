import type { AccountKind } from '#domain/messaging/account.ts';
import type { AttemptOutcome } from '#domain/messaging/after-attempt.ts';

/** An account with its secret opened, for the time of a call. */
export interface OpenAccount {
  id: string;
  kind: AccountKind;
  settings: Readonly<Record<string, string | number | boolean>>;
  secret: string;
}

/** What goes to a provider, and nothing besides. */
export interface Outgoing {
  /** Of this call; providers that give it back say with it which message a receipt is about. */
  attemptId: string;
  /** The same at every try of one message: by it a provider tells twins apart. */
  messageId: string;
  to: string;
  text: string;
  subject: string | null;
  /** Under which the provider approved the text, and what fills its places. */
  code: string | null;
  values: Readonly<Record<string, string>>;
}

/** What happened; only the unforeseen throws. */
export interface Answer {
  outcome: AttemptOutcome;
  code: string | null;
  providerId?: string | null;
  /** How many messages are billed for it. */
  units?: number;
  retryAfterSeconds?: number;
}

export interface Receipt {
  attemptId: string | null;
  providerId: string | null;
  arrived: boolean;
  code: string | null;
  /** What makes this receipt the same as one told before. */
  key: string;
}

export interface Reply {
  from: string;
  text: string;
  at: string | null;
  key: string;
}

/** What a provider's server told us, verified; `answer` is what it wants to hear. */
export interface Callback {
  receipts: Receipt[];
  replies: Reply[];
  answer: string;
}

export interface CallbackRequest {
  query: Readonly<Record<string, string>>;
  body: unknown;
  now: string;
}

export interface Client {
  send(account: OpenAccount, message: Outgoing): Promise<Answer>;
  /** Whether the account works, without a message to anybody; a balance where the provider tells it. */
  test(account: OpenAccount): Promise<{ ok: boolean; code: string | null; balance?: string }>;
  /** What became of a message nobody knows of; null: nothing known. */
  ask?(
    account: OpenAccount,
    about: { attemptId: string; providerId: string | null; to: string; day: string },
  ): Promise<Receipt | null>;
  /** Null where it is not from the provider. */
  readCallback?(account: OpenAccount, request: CallbackRequest): Callback | null;
}
export type Clients = Record<AccountKind, Client>;
