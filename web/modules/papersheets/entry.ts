import type { Dayjs } from 'dayjs';
import type { z } from 'zod';
import { instantAt } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { readClockTime } from '#domain/papersheets/clock-time.ts';
import type { EnterPaperLine, PaperLine } from '#domain/papersheets/contract.ts';
import type { LineResult } from '#domain/papersheets/line.ts';
import { pickedWallTime } from '#web/lib/dates.ts';

/** As somebody fills it in from the paper. */
export interface Fields {
  result: LineResult;
  day: CalendarDate;
  time?: string;
  calledAt?: string;
  leftAt?: string;
  score?: number | null;
  notes?: string;
  reason?: string;
  callBackAt?: Dayjs | null;
  channelSource?: string;
}

type Entry = z.input<typeof EnterPaperLine>;

export function notDone({ kind }: Pick<PaperLine, 'kind'>): Entry {
  return kind === 'waiting' ? { kind, result: 'missed' } : { kind, result: 'not_done' };
}

export function entryOf(line: PaperLine, fields: Fields, zone: TimeZone): Entry {
  // An arrival is of the sheet's own day; a call or an answer may be of the evening before.
  const day = line.kind === 'waiting' ? line.day : fields.day;
  const at = (text: string | undefined): Instant | null => {
    const clock = text ? readClockTime(text) : null;
    return clock === null ? null : instantAt(`${day}T${clock}`, zone);
  };
  switch (line.kind) {
    case 'waiting':
      return fields.result === 'missed'
        ? notDone(line)
        : {
            ...{ kind: 'waiting', result: 'arrived', arrivedAt: at(fields.time) },
            ...{ calledAt: at(fields.calledAt), leftAt: at(fields.leftAt) },
            channelSource: fields.channelSource ?? null,
          };
    case 'confirmation':
      return { kind: 'confirmation', result: fields.result as 'confirmed', happenedAt: at(fields.time) };
    case 'call':
      return {
        ...{ kind: 'call', result: fields.result as 'reached', happenedAt: at(fields.time) },
        ...{ score: fields.score ?? null, notes: fields.notes || null, reason: fields.reason || null },
        callBackAt: fields.callBackAt ? instantAt(pickedWallTime(fields.callBackAt), zone) : null,
      };
  }
}
