import { Button } from 'antd';
import { useState } from 'react';
import type { StandingConsent } from '#domain/consents/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useConsents, useWithdrawConsent } from './api.ts';
import { GiveDialog } from './give-dialog.tsx';
import { consentsWords } from './words.ts';

const meaningOf = { given: 'done', withdrawn: 'risk', never: 'neutral' } as const;

/** What a customer agreed to and refused, each with one button for the other answer. */
export function ConsentsPanel({ customerId }: { customerId: string }) {
  const say = useWords(consentsWords);
  const mayWrite = useMay('consents.write');
  const consents = useConsents(customerId);
  const withdraw = useWithdrawConsent(customerId);
  const confirm = useConfirm();
  const tell = useTell();
  const [giving, setGiving] = useState<StandingConsent | null>(null);
  const nameOf = ({ purpose, channel }: StandingConsent) =>
    say(`purpose.${purpose}`) + (channel === null ? '' : ` · ${say(`channel.${channel}`)}`);

  const refuse = ({ purpose, channel }: StandingConsent) =>
    void confirm({
      title: say('withdraw.ask'),
      text: say('withdraw.text'),
      yes: say('withdraw'),
      onYes: async () => {
        await withdraw.mutateAsync({ purpose, channel, way: 'phone' });
        tell.done(say('withdrawn'));
      },
    });

  return (
    <section className="panel">
      <h2>{say('title')}</h2>
      <Loaded of={consents}>
        {({ standing, isSuppressed, needsGuardian, guardianName }) => (
          <div className="rows">
            {isSuppressed && <StatusTag meaning="risk">{say('suppressed')}</StatusTag>}
            {standing.map((one) => (
              <div key={`${one.purpose} ${one.channel}`} className="line">
                <span>{nameOf(one)}</span>
                <span className="push" />
                <StatusTag meaning={meaningOf[one.stands]}>{say(`stands.${one.stands}`)}</StatusTag>
                {mayWrite && one.stands !== 'given' && (
                  <Button size="small" type="text" onClick={() => setGiving(one)}>
                    {say('give')}
                  </Button>
                )}
                {mayWrite && one.stands !== 'withdrawn' && (
                  <Button size="small" type="text" onClick={() => refuse(one)}>
                    {say('withdraw')}
                  </Button>
                )}
              </div>
            ))}
            {giving && (
              <GiveDialog
                customerId={customerId}
                about={giving}
                what={nameOf(giving)}
                guardian={needsGuardian ? (guardianName ?? '') : null}
                onClose={() => setGiving(null)}
              />
            )}
          </div>
        )}
      </Loaded>
    </section>
  );
}
