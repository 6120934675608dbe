import type { AccountKind } from '#domain/messaging/account.ts';
import type { AddressChannel } from '#domain/messaging/address.ts';
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

/** Somebody follows us from now on, or does no longer. */
export interface Move {
  does: 'came' | 'left';
  channel: AddressChannel;
  /** Who they are to the provider. */
  address: string;
  /** What stood in the code they scanned. */
  scene: string | null;
  at: string;
}

/** What a provider's server told us, verified; `answer` is what it wants to hear. */
export interface Callback {
  receipts: Receipt[];
  replies: Reply[];
  moves?: Move[];
  answer: string;
}

/** A code for one customer to scan: its text, or a picture of it as an address that holds its bytes. */
export type Invitation =
  { text: string; picture: null; ref: string | null } | { text: null; picture: string; ref: string | null };

export interface CallbackRequest {
  query: Readonly<Record<string, string>>;
  body: unknown;
  now: string;
}

/** What is left, or what the provider said instead. */
export type BalanceAnswer = { left: number } | { code: string };

export interface Client {
  send(account: OpenAccount, message: Outgoing): Promise<Answer>;
  /** Whether the account works, without a message to anybody. */
  test(account: OpenAccount): Promise<{ ok: boolean; code: string | null }>;
  /** What is left there, in the unit of `balanceUnitOf`. */
  balance?(account: OpenAccount): Promise<BalanceAnswer>;
  /** What became of a message nobody knows of; null: nothing known. */
  ask?(
    account: OpenAccount,
    about: { attemptId: string; providerId: string | null; to: string; day: string },
  ): Promise<Receipt | null>;
  /** A code that names whoever scans it; else why there is none. */
  invite?(
    account: OpenAccount,
    wish: { scene: string; forSeconds: number },
  ): Promise<Invitation | { code: string }>;
  /** Takes a code back that nobody is to scan any more; false where that is to be tried again. */
  uninvite?(account: OpenAccount, ref: string): Promise<boolean>;
  /** Null where it is not from the provider. */
  readCallback?(account: OpenAccount, request: CallbackRequest): Callback | null;
}
export type Clients = Record<AccountKind, Client>;
