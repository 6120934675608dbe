import type { FileProblem } from '#domain/exchange/words.ts';

/** Why a file cannot be read as a sheet; `domain/exchange/words.ts` has the words for each code. */
export class SheetError extends Error {
  readonly code: FileProblem;
  readonly details: Record<string, string | number>;

  constructor(code: FileProblem, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'SheetError';
    this.code = code;
    this.details = details;
  }
}

export function tooLarge(limit: number, details: Record<string, string | number> = {}): SheetError {
  return new SheetError('too-large', { ...details, limitMB: Math.round(limit / (1024 * 1024)) });
}
