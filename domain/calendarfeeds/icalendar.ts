import type { Instant } from '#domain/base/time.ts';

/** One time in somebody's calendar; what it says is chosen so that a lost telephone tells nothing. */
export interface CalendarEvent {
  id: string;
  startsAt: Instant;
  endsAt: Instant;
  summary: string;
  location: string | null;
  state: 'tentative' | 'confirmed' | 'cancelled';
  /** Rises with each change, so that a calendar knows the newer one. */
  sequence: number;
  /** When it was written down: the same for the same event, or the feed would never be the same twice. */
  stampedAt: Instant;
}

/** An RFC 5545 calendar: lines of at most 75 octets, each ended by CRLF. */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Carecurve//Carecurve//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    // How often a calendar should ask again.
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@carecurve`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.state.toUpperCase()}`,
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location === null ? [] : [`LOCATION:${escapeText(event.location)}`]),
    // Nobody else's server is to keep more than it must.
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/** 20260313T010000Z */
const utc = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Backslash, semicolon, comma and line ends mean something else as they stand (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // Other control characters have no place in a calendar at all.
      .replace(/\p{Cc}/gu, '')
  );
}

const longestLine = 75;

/** A line goes on after CRLF and a space; a character is never cut in two (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > longestLine) {
      folded.push(current);
      // The space that goes before it counts as well.
      [current, octets] = ['', 1];
    }
    current += character;
    octets += more;
  }
  return [...folded, current].join('\r\n ');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
