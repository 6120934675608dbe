/**
 * What went wrong with a request. `code` has its words in error-words.ts. `status` is 0 where no answer
 * came: then nobody knows whether the server acted.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(status: number, code: string, details?: unknown) {
    super(code);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export function isApiError(error: unknown, code?: string): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code);
}

/** The object as it is now on the server, which a stale edit is answered with. */
export function currentOf(error: unknown): Record<string, unknown> | null {
  if (!isApiError(error, 'stale-version')) return null;
  const current = (error.details as { current?: unknown } | undefined)?.current;
  return typeof current === 'object' && current !== null ? (current as Record<string, unknown>) : null;
}

/** The record that another one, which was asked for, became part of. */
export function mergedInto(error: unknown): string | null {
  if (!isApiError(error, 'merged')) return null;
  const into = (error.details as { into?: unknown } | undefined)?.into;
  return typeof into === 'string' ? into : null;
}

export interface FieldProblem {
  path: string;
  code: string;
}

/** Which fields the server refused. */
export function fieldProblemsOf(error: unknown): FieldProblem[] {
  if (!isApiError(error, 'invalid') || !Array.isArray(error.details)) return [];
  return error.details.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { path, code } = entry as { path?: unknown; code?: unknown };
    return [
      { path: Array.isArray(path) ? path.join('.') : String(path ?? ''), code: String(code ?? 'invalid') },
    ];
  });
}
