/** What a cell's number format makes of its number; null where it stays a number. */
export type DateKind = 'date' | 'time' | null;

const dayMs = 86_400_000;
const last = 2_958_465; // 9999-12-31

/** Formats that Excel knows by number only; 27–36 and 50–58 are its Chinese and Japanese ones. */
function builtInKind(id: number): DateKind {
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || id === 45 || id === 47 || id === 55 || id === 56)
    return 'time';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return null;
}

export function dateKindOf(id: number, code?: string): DateKind {
  if (code === undefined) return builtInKind(id);
  // Elapsed hours ([h]:mm) are a duration: its number is no day.
  if (/\[(h+|m+|s+)\]/i.test(code)) return null;
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|上午\/下午/gi, 'h')
    .toLowerCase();
  if (/general|^@$/.test(bare)) return null;
  if (/[yd]/.test(bare)) return 'date';
  if (/[hs]/.test(bare)) return 'time';
  return bare.includes('m') ? 'date' : null;
}

/** The day or time Excel shows for a number: ISO and local, or null where it shows none. */
export function isoOfSerial(serial: number, kind: 'date' | 'time', usesEpoch1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > last) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * 86_400);
  if (seconds === 86_400) {
    day += 1;
    seconds = 0;
  }
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (day === 0 && (kind === 'time' || !usesEpoch1904)) return time;
  // Excel counts a 29 February 1900 that never was.
  if (!usesEpoch1904 && day === 60) return null;
  const epoch = usesEpoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * dayMs).toISOString().slice(0, 10);
  return seconds === 0 ? date : `${date}T${time}`;
}
