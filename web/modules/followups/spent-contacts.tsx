import type { SpentContact } from '#domain/contacts/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from './words.ts';

/** Who contacted a customer lately: when, how and what about. */
export function SpentContacts({ spent }: { spent: readonly SpentContact[] }) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  return (
    <ul className="spent-contacts soft">
      {spent.map(({ at, byName, channel, purpose, isFamily }) => (
        <li key={at}>
          {[
            dates.shortDateTime(at),
            byName ?? say('program'),
            sayClinic(`channel.${channel}`),
            sayClinic(`purpose.${purpose}`),
            ...(isFamily ? [say('spent.family')] : []),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  );
}
