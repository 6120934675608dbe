import { Button } from 'antd';
import { useState } from 'react';
import type { FormRequest } from '#domain/forms/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { useCustomerForms } from './api.ts';
import { AskFormDrawer } from './ask-form-drawer.tsx';
import { formWords } from './words.ts';
import './forms.css';

/** What a customer was asked and answered, and the way to ask again. */
export function FormsPanel({ customer }: { customer: { id: string; name: string } }) {
  const say = useWords(formWords);
  const mayRead = useMay('forms.read');
  const mayAsk = useMay('forms.ask');
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const requests = useCustomerForms(customer.id).data?.items;
  if (!mayRead) return null;
  return (
    <section className="panel">
      <div className="line">
        <h2>{say('panel.title')}</h2>
        <span className="form-push" />
        {mayAsk && (
          <Button size="small" onClick={() => setAsking(true)}>
            {say('panel.ask')}
          </Button>
        )}
      </div>
      {requests?.length === 0 && <p className="soft">{say('panel.none')}</p>}
      <ul className="form-requests">
        {requests?.slice(0, 8).map((request) => (
          <li key={request.id}>
            <Request request={request} onOpen={() => setShown(request.answerId)} />
          </li>
        ))}
      </ul>
      <AskFormDrawer customer={customer} open={asking} onClose={() => setAsking(false)} />
      <AnswerDrawer id={shown} onClose={() => setShown(null)} />
    </section>
  );
}

function Request({ request, onOpen }: { request: FormRequest; onOpen: () => void }) {
  const say = useWords(formWords);
  const wording = useWording();
  const dates = useDates();
  const now = useNow();
  const { name, score, answeredAt, askedAt, source, expiresAt } = request;
  if (answeredAt !== null)
    return (
      <Button type="link" size="small" style={{ padding: 0 }} onClick={onOpen}>
        {wording(name)} {score !== null && <b>{score}</b>} · {say(`source.${source}`)} ·{' '}
        {dates.shortDateTime(answeredAt)}
      </Button>
    );
  const isOver = expiresAt !== null && expiresAt <= now;
  return (
    <span className="line">
      {wording(name)} <StatusTag meaning="soon">{say(isOver ? 'over' : 'waiting')}</StatusTag>
      <span className="soft">{dates.shortDateTime(askedAt)}</span>
    </span>
  );
}
