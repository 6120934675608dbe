import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { StandingConsent } from '#domain/consents/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useConsents } from './api.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { useConsentName } from './consent-name.ts';
import { consentsWords } from './words.ts';
import './consents.css';

const meaningOf = { given: 'done', withdrawn: 'risk', never: 'neutral', lapsed: 'soon' } as const;

interface ConsentsPanelProps {
  customer: { id: string; clinicId: string };
  /** The way to the customer's own page. */
  link: ReactNode;
}

/** What a customer agreed to and refused, each with a button for the other answer. */
export function ConsentsPanel({ customer, link }: ConsentsPanelProps) {
  const say = useWords(consentsWords);
  const nameOf = useConsentName();
  const mayWrite = useMay('consents.write');
  const consents = useConsents(customer.id);
  const [asked, setAsked] = useState<{ about: StandingConsent; decision: 'given' | 'withdrawn' } | null>(
    null,
  );
  const [showsHistory, setShowsHistory] = useState(false);

  return (
    <section className="panel" aria-label={say('title')}>
      <Loaded of={consents}>
        {({ standing, isSuppressed, needsGuardian, guardianName, asksAnew, history }) => (
          <>
            <div className="section-head">
              <h2>{say('title')}</h2>
              <span className="line">
                {link}
                {history.length > 0 && (
                  <Button size="small" icon={<HistoryOutlined />} onClick={() => setShowsHistory(true)}>
                    {say('history', { count: history.length })}
                  </Button>
                )}
              </span>
            </div>
            {isSuppressed && <p className="soft">{say('suppressed')}</p>}
            {needsGuardian && <p className="soft">{say('needsGuardian', { name: guardianName ?? '–' })}</p>}
            {asksAnew && <p className="soft">{say('asksAnew')}</p>}
            <ul className="plain-list">
              {standing.map((about) => (
                <li key={nameOf(about)} className="line">
                  <span>{nameOf(about)}</span>
                  <span className="line push consent-answer">
                    <StatusTag meaning={meaningOf[about.stands]}>{say(`stands.${about.stands}`)}</StatusTag>
                    {mayWrite && about.stands !== 'given' && (
                      <Button
                        size="small"
                        aria-label={`${say('give')} ${nameOf(about)}`}
                        onClick={() => setAsked({ about, decision: 'given' })}
                      >
                        {say('give')}
                      </Button>
                    )}
                    {mayWrite && about.stands !== 'withdrawn' && (
                      <Button
                        size="small"
                        aria-label={`${say(about.stands === 'given' ? 'withdraw' : 'refuse')} ${nameOf(about)}`}
                        onClick={() => setAsked({ about, decision: 'withdrawn' })}
                      >
                        {say(about.stands === 'given' ? 'withdraw' : 'refuse')}
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {asked && (
              <AnswerDialog
                customer={customer}
                {...asked}
                guardian={needsGuardian ? (guardianName ?? '') : null}
                onClose={() => setAsked(null)}
              />
            )}
            <HistoryDrawer history={history} open={showsHistory} onClose={() => setShowsHistory(false)} />
          </>
        )}
      </Loaded>
    </section>
  );
}
