import type { WeekHours } from '#domain/availability/availability.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { availabilityWords } from './words.ts';

/** "周一–周五 09:00–18:00": days of the same hours that follow each other are said once. */
export function HoursText({ hours }: { hours: WeekHours | null }) {
  const say = useWords(availabilityWords);
  const listed = useListed();
  if (hours === null) return <span className="soft">{say('hours.clinic')}</span>;
  if (hours.length === 0) return <span className="soft">{say('hours.none')}</span>;
  const spans = spansOf(hours).map(({ first, last, from, to }) => {
    const day = first === last ? say(weekday(first)) : `${say(weekday(first))}–${say(weekday(last))}`;
    return say('hours.day', { day, from, to });
  });
  return listed(spans);
}

export const weekday = (day: number) => `weekday.${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}` as const;

interface Span {
  first: number;
  last: number;
  from: string;
  to: string;
}

function spansOf(hours: WeekHours): Span[] {
  const spans: Span[] = [];
  for (const { weekday, from, to } of hours.toSorted((a, b) => a.weekday - b.weekday)) {
    const before = spans.at(-1);
    if (before?.last === weekday - 1 && before.from === from && before.to === to) before.last = weekday;
    else spans.push({ first: weekday, last: weekday, from, to });
  }
  return spans;
}
