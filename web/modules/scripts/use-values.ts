import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { CustomerInScript } from '#domain/scripts/contract.ts';
import type { Values } from '#domain/scripts/fill.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useLanguage, useListed } from '#web/lib/words.ts';

export interface SpokenTo {
  customer: CustomerInScript;
  clinic: { id: string; name: string };
  /** How the customer wants to be spoken to; null where they do not mind. */
  discreet: DiscreetProfile | null;
  /** What colleagues noted that is not to be touched upon. */
  taboos: string | null;
}

/** What fills the places of a text for this customer, in the language of the page. */
export function useValues({ customer, clinic, discreet }: SpokenTo): Values {
  const { name: caller } = useMe();
  const english = useLanguage() === 'en';
  const dates = useDates(clinic.id);
  const listed = useListed();
  const on = (when: string) => (english ? `on ${when}` : when);
  const { lastVisitOn, appointmentAt, treatments, doctorName, colleagueName, guardianName } = customer;
  const mayName = discreet === null || discreet.mayNameTreatments;
  const isCaller = colleagueName === caller;

  return {
    name: customer.name,
    // Whoever may be listening hears of no clinic where the customer asked for another name.
    caller: discreet?.callerAlias ?? caller,
    clinic: discreet?.callerAlias ?? clinic.name,
    visitDay: lastVisitOn === null ? undefined : on(dates.shortDay(lastVisitOn)),
    appointment: appointmentAt === null ? undefined : on(dates.shortDateTime(appointmentAt)),
    treatment: mayName && treatments.length > 0 ? listed(treatments) : undefined,
    doctor: mayName && doctorName !== null ? titled(doctorName, english) : undefined,
    colleague: isCaller ? undefined : (colleagueName ?? undefined),
    guardian: guardianName ?? undefined,
  };
}

function titled(name: string, english: boolean): string {
  if (english) return name.startsWith('Dr') ? name : `Dr ${name}`;
  return name.endsWith('医生') ? name : `${name}医生`;
}
