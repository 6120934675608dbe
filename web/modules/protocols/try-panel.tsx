import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { TriedDraft } from '#domain/followups/protocol-contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useTryDraft } from './api.ts';
import { protocolWords } from './words.ts';

interface TryPanelProps {
  code: string;
  onSave: () => Promise<boolean>;
  /** Asks for a customer. */
  chooser: (chosen: string | null, choose: (id: string | null) => void) => ReactNode;
}

/** "What would she get?" */
export function TryPanel({ code, onSave, chooser }: TryPanelProps) {
  const say = useWords(protocolWords);
  const [customerId, setCustomerId] = useState<string | null>(null);
  const attempt = useTryDraft(code);
  const ask = async () => {
    if (customerId !== null && (await onSave())) attempt.mutate(customerId);
  };

  return (
    <section className="panel try" aria-label={say('try')}>
      <h2>{say('try')}</h2>
      <div className="line">
        <div className="chooser">{chooser(customerId, setCustomerId)}</div>
        <Button disabled={customerId === null} loading={attempt.isPending} onClick={() => void ask()}>
          {say('try.ask')}
        </Button>
      </div>
      {attempt.error && <ErrorMessage error={attempt.error} />}
      {attempt.data ? <Tried tried={attempt.data} /> : <p className="soft">{say('try.about')}</p>}
    </section>
  );
}

function Tried({ tried }: { tried: TriedDraft }) {
  const say = useWords(protocolWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const dates = useDates();
  const { event, hindrance, followups } = tried;
  const what = sayClinic(`event.${event.event}`);
  const due = (window: { dueAt: string } | null) => (window ? dates.shortDateTime(window.dueAt) : '–');

  return (
    <>
      <p>
        <strong>{tried.customer.name}</strong>{' '}
        <span className="soft">
          {say(event.isSupposed ? 'try.supposed' : 'try.happened', { what, at: dates.dateTime(event.at) })}
        </span>
      </p>
      {hindrance && <Alert type="info" showIcon title={say(`hindrance.${hindrance}`)} />}
      {followups.length === 0 && !hindrance && <p>{say('try.nothing')}</p>}
      {followups.length > 0 && (
        <table className="figures">
          <thead>
            <tr className="soft">
              <th>{say('step')}</th>
              <th>{say('try.published')}</th>
              <th>{say('try.draft')}</th>
              <th>{say('role')}</th>
            </tr>
          </thead>
          <tbody>
            {followups.map((each) => (
              <tr key={`${each.stepKey} ${each.occurrence}`}>
                <td>
                  {wording(each.stepName)}
                  {each.occurrence > 1 && (
                    <span className="soft"> {say('try.time', { time: each.occurrence })}</span>
                  )}
                </td>
                <td className="soft">{due(each.byPublished)}</td>
                <td>
                  {due(each.byDraft)}
                  {!each.isForeseen && <span className="soft"> {say('try.unforeseen')}</span>}
                </td>
                <td>{each.assigneeName ?? sayClinic(`role.${each.role}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
