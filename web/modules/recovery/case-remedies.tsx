import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { isOwed, remedyKinds } from '#domain/recovery/remedy.ts';
import { AskRemedy, type RecoveryCase } from '#domain/recovery/contract.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { MoneyInput } from '#web/ui/money-input.tsx';
import { Select } from '#web/ui/select.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { ActForm } from './act-form.tsx';
import { useAct, useRemedyAct } from './api.ts';
import { recoveryWords } from './words.ts';

const meaningOf = {
  asked: 'soon',
  agreed: 'soon',
  declined: 'neutral',
  given: 'done',
  withdrawn: 'neutral',
} as const;

/** What makes it good, what it costs, and whether the customer has it. */
export function CaseRemedies({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const tell = useTell();
  const money = useMoney();
  const me = useMe();
  const mayDecide = useMay('recovery.manage');
  const mayWork = useMay('recovery.work');
  const act = useRemedyAct();
  const [adding, setAdding] = useState(false);
  const give = (id: string) => act.mutate({ id, verb: 'give', body: {} }, { onError: tell.failed });
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  const isOpen = of.state === 'open';
  const isAboutMe = of.about.some(({ id }) => id === me.staffId);

  return (
    <section className="panel">
      <div className="section-head">
        <h2>{say('remedies')}</h2>
        {isOpen && mayWork && (
          <Button size="small" onClick={() => setAdding(true)}>
            {say('remedy.add')}
          </Button>
        )}
      </div>
      {of.remedies.length === 0 && <p className="soft">{say('remedies.none')}</p>}
      <ul className="case-signs">
        {of.remedies.map((remedy) => (
          <li key={remedy.id}>
            <p className="line">
              <strong>{say(`remedy.kind.${remedy.kind}`)}</strong>
              <span>{remedy.what}</span>
              {remedy.costFen > 0 && <span className="soft">{money(remedy.costFen)}</span>}
              <StatusTag meaning={meaningOf[remedy.state]}>{say(`remedy.${remedy.state}`)}</StatusTag>
              <span className="soft">{remedy.decidedByName ?? remedy.askedByName}</span>
              {remedy.state === 'agreed' && isOpen && mayWork && (
                <Button size="small" onClick={() => give(remedy.id)}>
                  {say('remedy.give')}
                </Button>
              )}
              {isOwed(remedy) && isOpen && mayWork && !isAboutMe && (
                <Button size="small" onClick={() => setWithdrawn(remedy.id)}>
                  {say('remedy.withdraw')}
                </Button>
              )}
            </p>
            {withdrawn === remedy.id && isOwed(remedy) && (
              <ActForm
                name="reason"
                label={say('remedy.withdraw.why')}
                rows={1}
                ways={[
                  {
                    label: say('remedy.withdraw'),
                    primary: true,
                    send: (values) => act.mutateAsync({ id: remedy.id, verb: 'withdraw', body: values }),
                  },
                ]}
              />
            )}
            {remedy.state === 'asked' && mayDecide && remedy.askedById !== me.staffId && (
              <ActForm
                name="reason"
                label={say('decide.reason')}
                rows={1}
                ways={[true, false].map((isAgreed) => ({
                  label: say(isAgreed ? 'agree' : 'decline'),
                  primary: isAgreed,
                  send: (values) =>
                    act.mutateAsync({ id: remedy.id, verb: 'decide', body: { ...values, isAgreed } }),
                }))}
              />
            )}
          </li>
        ))}
      </ul>
      <AddRemedy of={of} open={adding} onClose={() => setAdding(false)} />
    </section>
  );
}

function AddRemedy({ of, open, onClose }: { of: RecoveryCase; open: boolean; onClose: () => void }) {
  const say = useWords(recoveryWords);
  const money = useMoney();
  const { required, fits } = useFieldRules();
  const act = useAct(of.id, of.version);
  return (
    <FormDrawer<AskRemedy>
      title={say('remedy.add')}
      open={open}
      onClose={onClose}
      start={{ kind: 'apology', costFen: 0 }}
      onSave={(body) => act.mutateAsync({ verb: 'remedies', body: { ...body, costFen: body.costFen ?? 0 } })}
    >
      <Form.Item name="kind" label={say('remedy.kind')} rules={[required]}>
        <Select options={remedyKinds.map((kind) => ({ value: kind, label: say(`remedy.kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="what" label={say('remedy.what')} rules={[required, fits(AskRemedy.shape.what)]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item
        name="costFen"
        label={say('remedy.cost')}
        extra={say('remedy.limit', { fen: money(of.remedyLimitFen) })}
      >
        <MoneyInput />
      </Form.Item>
    </FormDrawer>
  );
}
