import type { CallSheet } from '#domain/followups/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

/** What one should know before dialling: the last visit, and what colleagues wrote down. */
export function AboutCustomer({ customer }: { customer: CallSheet['customer'] }) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  const { lastVisit, notes } = customer;
  if (!lastVisit && !notes) return null;

  return (
    <section>
      <h3>{say('about')}</h3>
      <dl className="facts">
        {lastVisit && (
          <>
            <dt>{sayClinic(`visit.${lastVisit.kind}`)}</dt>
            <dd>
              {[dates.day(lastVisit.visitedOn), ...lastVisit.doctorNames].join(' · ')}
              {lastVisit.treatments.length > 0 && <div>{lastVisit.treatments.join(say('and'))}</div>}
            </dd>
          </>
        )}
        {lastVisit?.chiefComplaint && (
          <>
            <dt>{say('complaint')}</dt>
            <dd>{lastVisit.chiefComplaint}</dd>
          </>
        )}
        {notes && (
          <>
            <dt>{say('notes.customer')}</dt>
            <dd className="written">{notes}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
