import { PlusOutlined } from '@ant-design/icons';
import { Button, ConfigProvider } from 'antd';
import { useState } from 'react';
import type { FormVersion, FormView } from '#domain/forms/contract.ts';
import type { NamedDimension } from '#domain/forms/dimension.ts';
import { flawsOfForm } from '#domain/forms/flaws.ts';
import { formKinds } from '#domain/forms/form.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useLeaveGuard } from '#web/ui/leave-guard.ts';
import { Select } from '#web/ui/select.tsx';
import { blankQuestion, copyOf, moved } from './editing.ts';
import { ErrorText } from './flaw-list.tsx';
import { FormActions } from './form-actions.tsx';
import { FormPreview } from './form-preview.tsx';
import { FormVersions, nameOf } from './form-versions.tsx';
import { Pair, QuestionFields } from './question-fields.tsx';
import { formWords } from './words.ts';
import './forms.css';

/** A form as it is written on the left, and on the right as the customer's phone shows it. */
export function FormEditor({ form, dimensions }: { form: FormView; dimensions: readonly NamedDimension[] }) {
  const say = useWords(formWords);
  const sayClinic = useWords(clinicWords);
  const mayManage = useMay('forms.manage');
  const kept = (form.draft ?? form.inForce)!.definition;
  const [written, setWritten] = useState<FormDefinition>(kept);
  // What a version is taken from begins anew, with its own options as they are written.
  const [taken, setTaken] = useState(0);
  const [looked, setLooked] = useState<FormVersion | null>(null);
  const isChanged = JSON.stringify(written) !== JSON.stringify(kept);
  const flaws = flawsOfForm(written, dimensions);
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
            <FormActions
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
              aria-label={say('new.kind')}
              prefix={`${say('new.kind')}: `}
              value={written.kind}
              onChange={(kind) => change({ kind })}
              options={formKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
            />
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
                  key={`${taken} ${question.key}`}
                  question={question}
                  number={at + 1}
                  before={questions.slice(0, at)}
                  flaws={flaws.filter((each) => each.question === question.key).map(({ flaw }) => flaw)}
                  dimensions={dimensions}
                  isLast={at === questions.length - 1}
                  onCopy={() => replace(at, question, copyOf(question, questions))}
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
      <div className="aside rows">
        <FormPreview
          written={looked?.definition ?? written}
          told={looked && say('versions.looking', { version: nameOf(looked, say) })}
        />
        {form.history.length > 0 && (
          <FormVersions
            form={form}
            looked={looked}
            onLook={setLooked}
            {...(mayManage && {
              onTake: ({ definition }: FormVersion) => {
                setWritten(definition);
                setTaken(taken + 1);
                setLooked(null);
              },
            })}
          />
        )}
      </div>
    </div>
  );
}
