import { z } from 'zod';

/** A line a person typed: trimmed, without control characters. */
export function line(max: number) {
  // NUL and half a character cannot be stored, and the others cannot be seen.
  return z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f\p{Cs}]*$/u, { error: 'control-characters' });
}

/** A note of several lines. */
export function note(max: number) {
  // As above, tab and line ends allowed.
  return z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u, { error: 'control-characters' });
}
