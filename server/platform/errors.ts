/** Nothing here by that id, or nothing this caller may know of. */
export class NotFound extends Error {
  readonly code = 'not-found';
  readonly subject: string;
  readonly id: string | null;
  constructor(subject: string, id: string | null = null) {
    super(`no such ${subject}`);
    this.subject = subject;
    this.id = id;
  }
}

/** The caller is known and may not do this. */
export class Forbidden extends Error {
  readonly code = 'forbidden';
  readonly permission: string;
  constructor(permission: string) {
    super(`needs ${permission}`);
    this.permission = permission;
  }
}

/** It cannot be done as things stand; `reason` is a code the screen has words for. */
export class Conflict extends Error {
  readonly code: string;
  readonly details: unknown;
  constructor(reason: string, details?: unknown) {
    super(reason);
    this.code = reason;
    this.details = details;
  }
}

export interface Flaw {
  path: string;
  code: string;
}

/** The request itself is wrong, field by field. */
export class Invalid extends Error {
  readonly code = 'invalid';
  readonly details: Flaw[];
  constructor(...details: Flaw[]) {
    super(details.map((flaw) => `${flaw.path}: ${flaw.code}`).join('; '));
    this.details = details;
  }
}

/** Who asks is not known, or is no longer let in. */
export class SignedOut extends Error {
  readonly code: string;
  constructor(code: 'signed-out' | 'wrong-login' | 'wrong-time' | 'wrong-signature' = 'signed-out') {
    super(code);
    this.code = code;
  }
}

export class TooMany extends Error {
  readonly code = 'too-many';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`again in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
