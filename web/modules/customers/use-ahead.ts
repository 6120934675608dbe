import { dayAt, endOfDay } from '#domain/base/time.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { useTimeZone } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTimeline } from './api.ts';
import { stillAhead } from './still-ahead.ts';
import { factsOf, useFactWording } from './timeline-facts.ts';
import { customersWords } from './words.ts';

/** What comes after today, from the timeline's newest page. */
export function useAhead(customer: Pick<Customer, 'id' | 'clinicId'>) {
  const say = useWords(customersWords);
  const wording = useFactWording();
  const zone = useTimeZone(customer.clinicId);
  const entries = useTimeline(customer.id).data?.pages.flatMap(({ items }) => items) ?? [];
  return stillAhead(entries, endOfDay(dayAt(serverNow(), zone), zone)).map(({ id, kind, entry, at }) => ({
    id,
    at,
    followupId: kind === 'followup-planned' ? id.slice('followup-planned-'.length) : null,
    what:
      kind === 'appointment'
        ? say('next.appointment')
        : `${wording(entry, 'protocol')} · ${wording(entry, 'step')}`,
    who: factsOf(entry).text('assigneeName') ?? factsOf(entry).text('clinicName'),
  }));
}
