import { PlusOutlined, ReloadOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, ConfigProvider, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { FormView } from '#domain/forms/contract.ts';
import { flawsOfForm } from '#domain/forms/flaws.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useDiscardFormDraft, usePublishForm, useWriteDraft } from './api.ts';
import { blankQuestion, moved } from './editing.ts';
import { ErrorText } from './flaw-list.tsx';
import { FormScreen } from './form-screen.tsx';
import { Pair, QuestionFields } from './question-fields.tsx';
import { formWords } from './words.ts';
import './forms.css';

/** A form as it is written on the left, and on the right as the customer's phone shows it. */
export function FormEditor({ form }: { form: FormView }) {
  const say = useWords(formWords);
  const sayClinic = useWords(clinicWords);
  const mayManage = useMay('forms.manage');
  const kept = (form.draft ?? form.inForce)!.definition;
  const [written, setWritten] = useState<FormDefinition>(kept);
  const isChanged = JSON.stringify(written) !== JSON.stringify(kept);
  const flaws = flawsOfForm(written);
  const { questions } = written;
  useLeaveGuard(isChanged);

  const change = (facts: Partial<FormDefinition>) => setWritten({ ...written, ...facts });
  const replace = (at: number, ...by: FormDefinition['questions']) =>
    change({ questions: [...questions.slice(0, at), ...by, ...questions.slice(at + 1)] });
  return (
    <div className="form-editor">
      <ConfigProvider componentDisabled={!mayManage}>
        <div className="rows">
          {mayManage && (
            <Actions
              form={form}
              written={written}
              isChanged={isChanged}
              flaws={flaws.length}
              onDiscarded={() => form.inForce && setWritten(form.inForce.definition)}
            />
          )}
          <section className="panel rows">
            <Pair label={say('edit.name')} value={written.name} onChange={(name) => change({ name })} />
            <Select
              mode="multiple"
              aria-label={say('column.categories')}
              placeholder={`${say('column.categories')}: ${say('any')}`}
              value={written.categories}
              onChange={(categories) => change({ categories })}
              options={treatmentCategories.map((value) => ({
                value,
                label: sayClinic(`treatment.${value}`),
              }))}
            />
          </section>
          <section className="panel rows">
            <h2>{say('edit.head')}</h2>
            {(['title', 'readBy', 'thanks'] as const).map((field) => (
              <Pair
                key={field}
                label={say(`edit.${field}`)}
                value={written[field]}
                onChange={(value) => change({ [field]: value })}
              />
            ))}
            {flaws
              .filter(({ question }) => question === null)
              .map(({ flaw }) => (
                <ErrorText key={flaw}>{say(`flaw.${flaw}`)}</ErrorText>
              ))}
          </section>
          <section className="panel">
            <h2>{say('edit.questions')}</h2>
            <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {questions.map((question, at) => (
                <QuestionFields
                  key={question.key}
                  question={question}
                  number={at + 1}
                  before={questions.slice(0, at)}
                  flaws={flaws.filter((each) => each.question === question.key).map(({ flaw }) => flaw)}
                  isLast={at === questions.length - 1}
                  onChange={(changed) => replace(at, changed)}
                  onMove={(by) => change({ questions: moved(questions, at, by) })}
                  onRemove={() => replace(at)}
                />
              ))}
            </ol>
            <Button
              icon={<PlusOutlined />}
              onClick={() => change({ questions: [...questions, blankQuestion(questions)] })}
            >
              {say('edit.add')}
            </Button>
          </section>
        </div>
      </ConfigProvider>
      <Preview written={written} />
    </div>
  );
}

interface ActionsProps {
  form: FormView;
  written: FormDefinition;
  isChanged: boolean;
  flaws: number;
  onDiscarded: () => void;
}

function Actions({ form, written, isChanged, flaws, onDiscarded }: ActionsProps) {
  const say = useWords(formWords);
  const confirm = useConfirm();
  const tell = useTell();
  const write = useWriteDraft();
  const publish = usePublishForm();
  const version = form.draft?.version ?? 0;
  const fits = FormDefinition.safeParse(written).success;
  const isReady = form.draft !== null && !isChanged && flaws === 0;
  return (
    <div className="line">
      {isChanged ? (
        <StatusTag meaning="soon">{say('edit.unsaved')}</StatusTag>
      ) : (
        <StatusTag meaning={flaws > 0 ? 'soon' : 'done'}>
          {flaws > 0 ? say('draft.flaws', { count: flaws }) : say('edit.fine')}
        </StatusTag>
      )}
      <span className="form-push" />
      {form.draft && <Discard form={form} version={version} onDiscarded={onDiscarded} />}
      <Button
        type={isChanged ? 'primary' : 'default'}
        disabled={!isChanged || !fits}
        loading={write.isPending}
        onClick={() =>
          write.mutate(
            { definition: written, version },
            { onSuccess: () => tell.done(say('edit.saved')), onError: tell.failed },
          )
        }
      >
        {say('edit.save')}
      </Button>
      <Button
        type={isReady ? 'primary' : 'default'}
        disabled={!isReady}
        onClick={() =>
          void confirm({
            title: say('edit.publish.ask'),
            text: say('edit.publish.text'),
            yes: say('edit.publish'),
            onYes: async () => {
              await publish.mutateAsync({ code: form.code, version });
              tell.done(say('edit.published'));
            },
          })
        }
      >
        {say('edit.publish')}
      </Button>
    </div>
  );
}

/** Throws the draft away; a form of one's own that was never published is gone with it. */
function Discard({
  form,
  version,
  onDiscarded,
}: Pick<ActionsProps, 'form' | 'onDiscarded'> & { version: number }) {
  const say = useWords(formWords);
  const confirm = useConfirm();
  const tell = useTell();
  const navigate = useNavigate();
  const discard = useDiscardFormDraft();
  const ask = () =>
    confirm({
      title: say('edit.discard.ask'),
      text: say(form.inForce ? 'edit.discard.text' : 'edit.discard.all'),
      yes: say('edit.discard'),
      onYes: async () => {
        if (!form.inForce) await navigate({ to: '/forms' });
        await discard.mutateAsync({ code: form.code, version });
        onDiscarded();
        tell.done(say('edit.discarded'));
      },
    });
  return <Button onClick={() => void ask()}>{say('edit.discard')}</Button>;
}

function Preview({ written }: { written: FormDefinition }) {
  const say = useWords(formWords);
  const [round, setRound] = useState(0);
  const { title, readBy, thanks, questions } = written;
  const text = JSON.stringify({ title, readBy, thanks, questions });
  return (
    <section className="aside">
      <div className="line">
        <h2>{say('edit.preview')}</h2>
        <span className="form-push" />
        <Button size="small" icon={<ReloadOutlined />} onClick={() => setRound(round + 1)}>
          {say('edit.preview.again')}
        </Button>
      </div>
      <div className="phone-frame">
        {questions.length > 0 && <PreviewScreen key={`${round} ${text}`} text={text} />}
      </div>
    </section>
  );
}

/** Begun anew with every change, so that branches are walked as they are now. */
function PreviewScreen({ text }: { text: string }) {
  const say = useWords(formWords);
  const [page] = useState(() => ({
    kind: 'form' as const,
    clinicName: say('clinic'),
    greeting: '王*',
    form: JSON.parse(text) as Pick<FormDefinition, 'title' | 'readBy' | 'thanks' | 'questions'>,
  }));
  return <FormScreen page={page} label={say('edit.preview')} onSend={() => Promise.resolve()} />;
}

/** Asks before the browser leaves with something that is not saved. */
function useLeaveGuard(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [isChanged]);
}
