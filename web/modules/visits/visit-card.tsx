import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Visit } from '#domain/visits/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useClinicName, useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { EnteredLater } from '#web/ui/entered-later.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useCloseVisit } from './api.ts';
import { visitsWords } from './words.ts';
import './visit-card.css';

/** A visit under way: what the customer came for, what is done, and closing it. */
export function VisitCard({ visit, onEdit }: { visit: Visit; onEdit: () => void }) {
  const say = useWords(visitsWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates(visit.clinicId);
  const clinicName = useClinicName();
  const mayWrite = useMay('visits.write');
  const mayCheckOut = useMay('desk.work');
  const confirm = useConfirm();
  const tell = useTell();
  const close = useCloseVisit();
  const { kind, openedAt, clinicId, chiefComplaint, treatments, isDischarge, enteredAt } = visit;

  const askToClose = () =>
    confirm({
      title: say('close.ask'),
      text: say(treatments.length === 0 ? 'close.withoutTreatments' : 'close.text'),
      yes: say('close'),
      onYes: async () => {
        await close.mutateAsync(visit);
        tell.done(say('close.done'));
      },
    });

  return (
    <div className="rows">
      <div>
        <b>{sayClinic(`visit.${kind}`)}</b>{' '}
        <span className="soft">
          {dates.shortDateTime(openedAt)} · {clinicName(clinicId)}
        </span>{' '}
        <EnteredLater clinicId={clinicId} at={enteredAt} />{' '}
        {isDischarge && <StatusTag meaning="neutral">{say('discharge')}</StatusTag>}
      </div>
      <div className="written">{chiefComplaint ?? <span className="soft">{say('complaint.none')}</span>}</div>
      <ul className="treatments">
        {treatments.map(({ id, category, name, teamName, doctorName, finishesCourse }) => (
          <li key={id}>
            {name}
            <span className="soft">
              {[sayClinic(`treatment.${category}`), teamName, doctorName]
                .filter(Boolean)
                .map((text) => ` · ${text}`)}
            </span>{' '}
            {finishesCourse && <StatusTag meaning="done">{say('courseFinished')}</StatusTag>}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="line">
          <Button onClick={onEdit}>{say('edit')}</Button>
          {mayCheckOut ? (
            <Link to="/checkout" search={{ visit: visit.id } as never}>
              {say('checkout')}
            </Link>
          ) : null}
          <Button onClick={() => void askToClose()}>{say('close')}</Button>
        </div>
      )}
    </div>
  );
}
