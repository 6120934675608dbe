import { Form, Radio } from 'antd';
import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { ActForm } from './act-form.tsx';
import { useAct } from './api.ts';
import { recoveryWords } from './words.ts';

/** What the case waits for, and the form for it where the one who looks may fill it in. */
export function CaseNow({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const { may, state, step } = of;
  const mayAct = { doctor: may.answer, service: may.confirm, customer: may.takeWord }[step];

  return (
    <section className="panel case-now">
      <h2>{say('now')}</h2>
      {of.endAsked && <EndAsked of={of} />}
      {state === 'open' && (
        <>
          <p>{say(`now.${step}`)}</p>
          {!mayAct.allowed && (
            <p className="soft">
              {mayAct.reason === 'about-you' || mayAct.reason === 'own-answer'
                ? say(`now.${mayAct.reason}`)
                : say('now.not-yours', { name: of.owner?.name ?? say('owner.nobody') })}
            </p>
          )}
          {step === 'doctor' && may.answer.allowed && <Answer of={of} />}
          {step === 'service' && may.confirm.allowed && <Confirm of={of} />}
          {step === 'customer' && may.takeWord.allowed && <Word of={of} />}
          {step === 'customer' && may.try.allowed && <NotReached of={of} />}
        </>
      )}
      {may.reopen.allowed && <Reopen of={of} />}
    </section>
  );
}

function useSend(of: RecoveryCase) {
  const act = useAct(of.id, of.version);
  return (verb: string, body: object) => act.mutateAsync({ verb, body });
}

function Answer({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const { required } = useFieldRules();
  const send = useSend(of);
  return (
    <ActForm
      name="answer"
      label={say('answer')}
      rows={4}
      ways={[{ label: say('answer.send'), primary: true, send: (values) => send('answer', values) }]}
    >
      <Form.Item
        name="cause"
        label={say('cause')}
        rules={[required]}
        {...(of.cause && { initialValue: of.cause })}
      >
        <Select
          options={of.causes
            .filter(({ isUsed }) => isUsed)
            .map(({ key, name }) => ({ value: key, label: name }))}
        />
      </Form.Item>
    </ActForm>
  );
}

function Confirm({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const send = useSend(of);
  return (
    <>
      <blockquote>{of.answer}</blockquote>
      <ActForm
        name="words"
        label={say('confirm.words')}
        ways={[
          { label: say('confirm.send'), primary: true, send: (values) => send('confirm', values) },
          { label: say('back.send'), send: ({ words }) => send('send-back', { reason: words }) },
        ]}
      />
    </>
  );
}

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function Word({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const { required } = useFieldRules();
  const send = useSend(of);
  return (
    <ActForm
      name="words"
      label={say('word.words')}
      hint={say('word.hint', { from: of.settledFrom })}
      ways={[{ label: say('word.send'), primary: true, send: (values) => send('word', values) }]}
    >
      <Form.Item name="isSettled" label={say('settled')} rules={[required]}>
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: say('settled.yes') },
            { value: false, label: say('settled.no') },
          ]}
        />
      </Form.Item>
      <Form.Item name="score" label={say('second-score')} rules={[required]}>
        <Radio.Group
          className="case-scores"
          optionType="button"
          options={scores.map((score) => ({ value: score, label: score }))}
        />
      </Form.Item>
    </ActForm>
  );
}

function NotReached({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const send = useSend(of);
  return (
    <div className="case-tries">
      <p className="soft">{say('tries', { count: of.tries, needed: of.triesBeforeEnd })}</p>
      <ActForm
        name="words"
        label={say('try.words')}
        rows={1}
        ways={[
          { label: say('try.send'), send: (values) => send('tries', values) },
          {
            label: say('end.send'),
            disabled: !of.may.askForEnd.allowed,
            send: ({ words }) => send('end', { reason: words }),
          },
        ]}
      />
    </div>
  );
}

function EndAsked({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const send = useSend(of);
  return (
    <>
      <blockquote>{say('end.asked', { name: of.endAsked!.byName, reason: of.endAsked!.reason })}</blockquote>
      {of.may.decideEnd.allowed && (
        <ActForm
          name="reason"
          label={say('decide.reason')}
          rows={1}
          ways={[
            {
              label: say('end.agree'),
              primary: true,
              send: (values) => send('end/decide', { ...values, isAgreed: true }),
            },
            {
              label: say('end.decline'),
              send: (values) => send('end/decide', { ...values, isAgreed: false }),
            },
          ]}
        />
      )}
    </>
  );
}

function Reopen({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const send = useSend(of);
  return (
    <ActForm
      name="reason"
      label={say('reopen.reason')}
      rows={1}
      ways={[{ label: say('reopen.send'), send: (values) => send('reopen', values) }]}
    />
  );
}
