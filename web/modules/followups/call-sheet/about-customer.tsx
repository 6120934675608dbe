import type { CallSheet } from '#domain/followups/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { usePlaces } from '#web/lib/place-words.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

/** What one should know before dialling: the last visit, and what colleagues wrote down. */
export function AboutCustomer({ sheet }: { sheet: CallSheet }) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  const placed = usePlaces();
  const { lastVisit, notes, likes, taboos } = sheet.customer;
  const needs = sheet.latentProblems;
  if (!lastVisit && !notes && !likes && !taboos && needs.length === 0) return null;

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
        {needs.length > 0 && (
          <>
            <dt>{say('latentNeeds')}</dt>
            <dd>
              {needs.map(({ id, area, places, finding }) => (
                <div key={id} className="written">
                  {placed(area, places)} · {finding}
                </div>
              ))}
            </dd>
          </>
        )}
        {taboos && (
          <>
            <dt>{say('taboos')}</dt>
            <dd className="written">{taboos}</dd>
          </>
        )}
        {likes && (
          <>
            <dt>{say('likes')}</dt>
            <dd className="written">{likes}</dd>
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
