import { Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { redFlagsIn } from '#domain/forms/answering.ts';
import type { FormAnswer } from '#domain/forms/contract.ts';
import type { AnswerValue, Question } from '#domain/forms/form.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { usePlaces } from '#web/lib/place-words.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { Select } from '#web/ui/select.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useAnswer, useCorrectAnswer } from './api.ts';
import { formWords } from './words.ts';

/** An answer as it was given, with what was corrected beside it. */
export function AnswerDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const say = useWords(formWords);
  const narrow = useNarrowScreen();
  const answer = useAnswer(id);
  return (
    <Drawer
      title={say('answer.title')}
      open={id !== null}
      onClose={onClose}
      size={narrow ? '100%' : 560}
      destroyOnHidden
    >
      {id !== null && <Loaded of={answer}>{(answer) => <WholeAnswer answer={answer} />}</Loaded>}
    </Drawer>
  );
}

function WholeAnswer({ answer }: { answer: FormAnswer }) {
  const say = useWords(formWords);
  const wording = useWording();
  const dates = useDates();
  const { definition, values, source, answeredByName, answeredAt, customer, doctorName } = answer;
  const how = answeredByName ?? say(`source.${source}`);
  const answered = definition.questions.filter(({ key }) => values[key] !== undefined);
  return (
    <div className="rows">
      <div>
        <h3 style={{ margin: 0 }}>
          {customer.name} · {wording(definition.name)}
        </h3>
        <p className="soft">
          {say('answer.by', { how, at: dates.dateTime(answeredAt) })} {doctorName && `· ${doctorName}`}
        </p>
      </div>
      <dl className="answers">
        {answered.map((question) => (
          <Answered key={question.key} answer={answer} question={question} />
        ))}
      </dl>
    </div>
  );
}

function Answered({ answer, question }: { answer: FormAnswer; question: Question }) {
  const say = useWords(formWords);
  const wording = useWording();
  const valueOf = useValue();
  const mayCorrect = useMay('forms.ask') && question.kind !== 'score' && question.kind !== 'photo';
  const [correcting, setCorrecting] = useState(false);
  return (
    <div className="form-question">
      <dt className="soft">{wording(question.title)}</dt>
      <dd style={{ margin: 0 }}>
        <b>{valueOf(question, answer.values[question.key])}</b>{' '}
        {redFlagsIn({ questions: [{ ...question, showIf: null }] }, answer.values).length > 0 && (
          <StatusTag meaning="risk">{say('answer.warning')}</StatusTag>
        )}{' '}
        {mayCorrect && !correcting && (
          <Button type="link" size="small" onClick={() => setCorrecting(true)}>
            {say('answer.correct')}
          </Button>
        )}
        {answer.corrections
          .filter((each) => each.question === question.key)
          .map(({ id, value, reason, correctedByName }) => (
            <p key={id}>
              {say('answer.corrected', {
                value: valueOf(question, value),
                name: correctedByName ?? '–',
                reason,
              })}
            </p>
          ))}
        {correcting && (
          <Correction answerId={answer.id} question={question} onDone={() => setCorrecting(false)} />
        )}
      </dd>
    </div>
  );
}

interface CorrectionProps {
  answerId: string;
  question: Question;
  onDone: () => void;
}

function Correction({ answerId, question, onDone }: CorrectionProps) {
  const say = useWords(formWords);
  const wording = useWording();
  const tell = useTell();
  const correct = useCorrectAnswer(answerId);
  const options = question.options.map(({ key, name }) => ({ value: key, label: wording(name) }));
  return (
    <Form<{ value: string | string[]; reason: string }>
      layout="vertical"
      onFinish={({ value, reason }) =>
        correct.mutate({ question: question.key, value, reason }, { onSuccess: onDone, onError: tell.failed })
      }
    >
      <p className="soft">{say('answer.correct.hint')}</p>
      <Form.Item name="value" label={say('answer.value')} rules={[{ required: true }]}>
        {question.kind === 'text' ? (
          <Input.TextArea maxLength={2000} autoFocus />
        ) : (
          <Select
            autoFocus
            {...(question.kind === 'choices' && { mode: 'multiple' })}
            {...(question.kind === 'map' && { mode: 'tags' })}
            options={options}
          />
        )}
      </Form.Item>
      <Form.Item name="reason" label={say('answer.reason')} rules={[{ required: true, min: 2, max: 300 }]}>
        <Input />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={correct.isPending}>
        {say('answer.save')}
      </Button>
    </Form>
  );
}

/** An answer as one reads it. */
function useValue(): (question: Question, value: AnswerValue | undefined) => string {
  const say = useWords(formWords);
  const wording = useWording();
  const listed = useListed();
  const places = usePlaces();
  return (question, value) => {
    if (value === undefined) return say('answer.none');
    if (typeof value === 'number') return `${value} / 10`;
    const given = Array.isArray(value) ? value : [value];
    if (question.kind === 'photo') return say('answer.photos', { count: given.length });
    if (question.kind === 'map') return places(question.area!, given);
    const named = given.map((key) => question.options.find((option) => option.key === key)?.name);
    return question.kind === 'text'
      ? given.join('')
      : listed(named.flatMap((name) => (name ? [wording(name)] : [])));
  };
}
