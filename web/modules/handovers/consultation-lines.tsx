import type { Handover } from '#domain/handovers/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { handoverWords } from './words.ts';

interface ConsultationLinesProps {
  consultation: Handover['consultations'][number];
  clinicId: string;
}

/** What was asked and needed, why there was no deal, and what was agreed to come next. */
export function ConsultationLines({ consultation, clinicId }: ConsultationLinesProps) {
  const say = useWords(handoverWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const listed = useListed();
  const next = useNext(clinicId);
  const { openedAt, asked, askedCategories, needs, whyNot, whyNotWords, nextStep } = consultation;
  const dates = useDates(clinicId);
  const categories = askedCategories.map((category) => sayClinic(`treatment.${category}`));
  const wished = [...categories, asked].filter((text) => text !== '');
  const reasons = [...whyNot.map(wording), whyNotWords].filter((text) => text !== '');
  return (
    <li>
      {say('asked', {
        at: dates.dayOfInstant(openedAt),
        words: wished.length === 0 ? say('asked.nothing') : listed(wished),
      })}
      <div className="soft">
        {[
          needs && say('needed', { words: needs }),
          reasons.length > 0 && say('whyNot', { words: listed(reasons) }),
          nextStep && say('next', { words: next(nextStep) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </li>
  );
}

type NextStep = NonNullable<Handover['consultations'][number]['nextStep']>;

function useNext(clinicId: string): (step: NextStep) => string {
  const say = useWords(handoverWords);
  const dates = useDates(clinicId);
  return ({ kind, on, staffName, matter, startsAt, reason }) => {
    switch (kind) {
      case 'followup':
        return [on && dates.day(on), staffName, matter].filter(Boolean).join(' · ');
      case 'appointment':
        return [say('next.appointment'), startsAt && dates.dateTime(startsAt)].filter(Boolean).join(' · ');
      case 'treatment':
        return say('next.treatment');
      case 'none':
        return reason ?? '–';
    }
  };
}
