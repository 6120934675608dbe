import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import type { PastContact } from '#domain/followups/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { ResultTag } from '#web/ui/result-tag.tsx';
import { followupsWords } from '../words.ts';

type Contact = z.infer<typeof PastContact>;

const shownAtFirst = 3;

interface LastContactsProps {
  contacts: readonly Contact[];
  clinicId: string;
  /** What shows that a call was made. */
  proof: (callId: string) => ReactNode;
}

/** What was said the last times, newest first; a call about several followups is one contact. */
export function LastContacts({ contacts, clinicId, proof }: LastContactsProps) {
  const say = useWords(followupsWords);
  const [all, setAll] = useState(false);
  const calls = byCall(contacts);

  return (
    <section>
      <h3>{say('contacts')}</h3>
      {calls.length === 0 && <p className="soft">{say('contacts.none')}</p>}
      <ol className="contacts">
        {calls.slice(0, all ? undefined : shownAtFirst).map((call) => (
          <PastCall key={call[0].callId} call={call} clinicId={clinicId} proof={proof(call[0].callId)} />
        ))}
      </ol>
      {!all && calls.length > shownAtFirst && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {say('contacts.more', { count: calls.length - shownAtFirst })}
        </Button>
      )}
    </section>
  );
}

type Call = [Contact, ...Contact[]];

function PastCall({ call, clinicId, proof }: { call: Call; clinicId: string; proof: ReactNode }) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const sayFollowup = useWords(followupWords);
  const wording = useWording();
  const dates = useDates(clinicId);
  const [{ at, happenedAt, byName, channel, result, recovery }] = call;

  return (
    <li>
      <div className="line">
        <ResultTag result={result} />
        <span className="soft">
          {[dates.shortDateTime(at), byName ?? say('program'), sayClinic(`channel.${channel}`)].join(' · ')}
        </span>
        {proof}
      </div>
      {happenedAt !== null && (
        <p className="soft">{sayFollowup('happened', { at: dates.shortDateTime(happenedAt) })}</p>
      )}
      {recovery.map(({ name, day, finding, heard }, index) => (
        <p key={`recovery ${index}`}>
          {say('recovery', { name: wording(name), day })} <b>{say(`finding.${finding}`)}</b>{' '}
          <span className="soft">
            {[
              ...(heard.signs ?? []).map(wording),
              ...heard.answers.map(({ question, answer }) => `${wording(question)}: ${wording(answer)}`),
            ].join(' · ')}
          </span>
        </p>
      ))}
      {call.map(({ score, notes, protocolName, stepName, answers }, index) => (
        <p key={index}>
          {call.length > 1 && (
            <span className="soft">
              {wording(protocolName)} · {wording(stepName)}{' '}
            </span>
          )}
          {score !== null && <b>{sayFollowup('score', { score })} </b>}
          <span className="written">{notes}</span>
          {answers.length > 0 && (
            <span className="soft answers">
              {answers.map(({ question, answer }) => `${wording(question)}: ${wording(answer)}`).join(' · ')}
            </span>
          )}
        </p>
      ))}
    </li>
  );
}

function byCall(contacts: readonly Contact[]): Call[] {
  const calls = new Map<string, Call>();
  for (const contact of contacts) {
    const call = calls.get(contact.callId);
    if (call) call.push(contact);
    else calls.set(contact.callId, [contact]);
  }
  return [...calls.values()];
}
