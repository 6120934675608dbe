import type { Consultation } from '#domain/consultations/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { consultationsWords } from './words.ts';

/** What comes next, or that nobody has said. */
export function NextStepText({ consultation }: { consultation: Consultation }) {
  const say = useWords(consultationsWords);
  const dates = useDates(consultation.clinicId);
  const step = consultation.nextStep;
  switch (step?.kind) {
    case undefined:
      return <span className="soft">{say('next.missing')}</span>;
    case 'followup': {
      const [day, name] = [dates.day(step.on ?? ''), step.staffName ?? '–'];
      return <span>{say('next.is.followup', { day, name, matter: step.matter ?? '' })}</span>;
    }
    case 'appointment':
      return <span>{say('next.is.appointment', { at: dates.dateTime(step.startsAt ?? '') })}</span>;
    case 'treatment':
      return <span>{say('next.is.treatment')}</span>;
    case 'none':
      return <span>{say('next.is.none', { reason: step.reason ?? '' })}</span>;
  }
}
