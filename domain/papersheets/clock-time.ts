/** A time as somebody copies it from paper: 9:05, 0905, 905, 9.05, 9点05; null where it is none. */
export function readClockTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const [, hour, minute] =
    /^(\d{1,2})(?:[:.点时](\d{2}))分?$/.exec(plain) ??
    /^(\d{1,2})(\d{2})$/.exec(plain) ??
    /^(\d{1,2})[点时]$/.exec(plain) ??
    [];
  if (hour === undefined || Number(hour) > 23 || Number(minute ?? 0) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}
