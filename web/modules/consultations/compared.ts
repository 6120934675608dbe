import type { Consultation } from '#domain/consultations/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import type { ConflictField } from '#web/ui/conflict-dialog.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { consultationsWords } from './words.ts';

/** What to show of both when a colleague saved first. */
export function useCompared(colleagues: readonly Colleague[]): ConflictField[] {
  const say = useWords(consultationsWords);
  const sayClinic = useWords(clinicWords);
  const categories = (value: unknown) =>
    (value as Consultation['askedCategories']).map((one) => sayClinic(`treatment.${one}`)).join(say('and'));
  return [
    {
      name: 'consultantId',
      label: say('consultant'),
      show: (id) => colleagues.find((each) => each.id === id)?.name ?? '–',
    },
    { name: 'askedCategories', label: say('categories'), show: categories },
    { name: 'asked', label: say('asked') },
    {
      name: 'items',
      label: say('offered'),
      show: (items) => (items as Consultation['items']).map(({ name }) => name).join(say('and')),
    },
    { name: 'whyNotWords', label: say('whyNot.words') },
    { name: 'needs', label: say('needs') },
  ];
}
