import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { NamedDimension } from '#domain/forms/dimension.ts';
import { questionKinds } from '#domain/forms/form.ts';
import type { Question } from '#domain/forms/form.ts';
import type { FormFlaw } from '#domain/forms/flaws.ts';
import { areas } from '#domain/records/places.ts';
import { warningKinds, type WarningKind } from '#domain/records/warning.ts';
import { placeWords } from '#web/lib/place-words.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { warningWords } from '#web/lib/warning-words.ts';
import { Select } from '#web/ui/select.tsx';
import { ErrorText } from './flaw-list.tsx';
import { asKind, optionLines, optionsIn } from './editing.ts';
import { formWords } from './words.ts';

interface QuestionFieldsProps {
  question: Question;
  number: number;
  /** Those that come before: what a condition may ask. */
  before: readonly Question[];
  flaws: readonly FormFlaw[];
  dimensions: readonly NamedDimension[];
  isLast: boolean;
  onChange: (question: Question) => void;
  onMove: (by: -1 | 1) => void;
  onCopy: () => void;
  onRemove: () => void;
}

export function QuestionFields(props: QuestionFieldsProps) {
  const { question, number, before, flaws, dimensions, isLast, onChange, onMove, onCopy, onRemove } = props;
  const say = useWords(formWords);
  const wording = useWording();
  const sayPlace = useWords(placeWords);
  const { kind } = question;
  return (
    <li className="form-question rows">
      <div className="line">
        <b>{number}</b>
        <Select
          aria-label={say('edit.kind')}
          value={kind}
          style={{ width: 150 }}
          onChange={(kind) => onChange(asKind(question, kind))}
          options={questionKinds.map((value) => ({ value, label: say(`question.${value}`) }))}
        />
        {kind === 'score' && (
          <Select
            aria-label={say('edit.dimension')}
            style={{ width: 150 }}
            value={question.dimension ?? ''}
            // No dimension has this for a key.
            onChange={(value) => onChange({ ...question, dimension: value === '' ? null : value })}
            options={[
              { value: '', label: say('edit.dimension.none') },
              ...dimensions
                .filter(({ key, isUsed }) => isUsed || key === question.dimension)
                .map(({ key, name }) => ({ value: key, label: wording(name) })),
            ]}
          />
        )}
        {kind === 'map' && (
          <Select
            aria-label={say('edit.area')}
            style={{ width: 110 }}
            value={question.area}
            onChange={(area) => onChange({ ...question, area })}
            options={areas.map((value) => ({ value, label: sayPlace(`area.${value}`) }))}
          />
        )}
        <Checkbox
          checked={question.isRequired}
          onChange={({ target }) => onChange({ ...question, isRequired: target.checked })}
        >
          {say('edit.required')}
        </Checkbox>
        <span className="form-push" />
        <Button
          type="text"
          aria-label={say('edit.up')}
          icon={<ArrowUpOutlined />}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          aria-label={say('edit.down')}
          icon={<ArrowDownOutlined />}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <Button type="text" aria-label={say('edit.copy')} icon={<CopyOutlined />} onClick={onCopy} />
        <Button
          type="text"
          danger
          aria-label={say('edit.remove')}
          icon={<DeleteOutlined />}
          onClick={onRemove}
        />
      </div>
      <Pair
        label={`${say('edit.text')} ${number}`}
        value={question.title}
        onChange={(title) => onChange({ ...question, title })}
      />
      <Pair
        label={say('edit.hint')}
        value={question.hint ?? { zh: '', en: '' }}
        onChange={(hint) => onChange({ ...question, hint: hint.zh === '' && hint.en === '' ? null : hint })}
      />
      {(kind === 'choice' || kind === 'choices') && <Options question={question} onChange={onChange} />}
      {(kind === 'choice' || kind === 'choices' || kind === 'text') && (
        <Warns question={question} onChange={onChange} />
      )}
      {kind === 'score' && (
        <>
          <Pair
            label={say('edit.low')}
            value={question.low ?? { zh: '', en: '' }}
            onChange={(low) => onChange({ ...question, low: low.zh === '' ? null : low })}
          />
          <Pair
            label={say('edit.high')}
            value={question.high ?? { zh: '', en: '' }}
            onChange={(high) => onChange({ ...question, high: high.zh === '' ? null : high })}
          />
        </>
      )}
      {before.length > 0 && <ShowIf question={question} before={before} onChange={onChange} />}
      {flaws.map((flaw) => (
        <ErrorText key={flaw}>{say(`flaw.${flaw}`)}</ErrorText>
      ))}
    </li>
  );
}

function Options({ question, onChange }: Pick<QuestionFieldsProps, 'question' | 'onChange'>) {
  const say = useWords(formWords);
  // What is typed stays as it is typed; a line half written is no option to be put in order.
  const [text, setText] = useState(optionLines(question));
  return (
    <Input.TextArea
      aria-label={say('edit.options')}
      placeholder={say('edit.options')}
      autoSize={{ minRows: 2, maxRows: 10 }}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange({ ...question, options: optionsIn(target.value, question.options) });
      }}
    />
  );
}

/** Whether who treats must know of its answer, and which options say that there is nothing. */
function Warns({ question, onChange }: Pick<QuestionFieldsProps, 'question' | 'onChange'>) {
  const say = useWords(formWords);
  const sayWarning = useWords(warningWords);
  const wording = useWording();
  const { warning, options } = question;
  const harmless = options.filter(({ isHarmless }) => isHarmless).map(({ key }) => key);
  return (
    <div className="line">
      <span className="soft">{say('edit.warning')}</span>
      <Select
        aria-label={say('edit.warning')}
        style={{ width: 150 }}
        value={warning ?? 'none'}
        onChange={(value: 'none' | WarningKind) =>
          onChange({ ...question, warning: value === 'none' ? null : value })
        }
        options={[
          { value: 'none' as const, label: say('edit.warning.none') },
          ...warningKinds.map((value) => ({ value, label: sayWarning(value) })),
        ]}
      />
      {warning !== null && options.length > 0 && (
        <Select
          mode="multiple"
          aria-label={say('edit.harmless')}
          placeholder={say('edit.harmless')}
          style={{ minWidth: 200 }}
          value={harmless}
          onChange={(keys) =>
            onChange({
              ...question,
              options: options.map((option) => ({ ...option, isHarmless: keys.includes(option.key) })),
            })
          }
          options={options.map(({ key, name }) => ({ value: key, label: wording(name) }))}
        />
      )}
    </div>
  );
}

function ShowIf({
  question,
  before,
  onChange,
}: Pick<QuestionFieldsProps, 'question' | 'before' | 'onChange'>) {
  const say = useWords(formWords);
  const wording = useWording();
  const { showIf } = question;
  const asked = before.find(({ key }) => key === showIf?.question);
  const change = (facts: Partial<NonNullable<Question['showIf']>>) =>
    onChange({ ...question, showIf: { ...showIf!, ...facts } });
  return (
    <div className="line">
      <span className="soft">{say('edit.showIf')}</span>
      <Select
        aria-label={say('edit.showIf')}
        style={{ minWidth: 220, maxWidth: 360 }}
        value={showIf?.question ?? 'always'}
        onChange={(value) => {
          const isScore = before.find(({ key }) => key === value)?.kind === 'score';
          const condition = { question: value, atLeast: null, atMost: isScore ? 7 : null, anyOf: [] };
          onChange({ ...question, showIf: value === 'always' ? null : condition });
        }}
        options={[
          { value: 'always', label: say('edit.showIf.always') },
          ...before.map(({ key, title }) => ({ value: key, label: wording(title) })),
        ]}
      />
      {asked?.kind === 'score' && (
        <>
          {(['atLeast', 'atMost'] as const).map((end) => (
            <InputNumber
              key={end}
              aria-label={say(`edit.${end}`)}
              prefix={say(`edit.${end}`)}
              min={0}
              max={10}
              precision={0}
              style={{ width: 110 }}
              value={showIf![end]}
              onChange={(value) => change({ [end]: value })}
            />
          ))}
        </>
      )}
      {asked && asked.options.length > 0 && (
        <Select
          mode="multiple"
          aria-label={say('edit.anyOf')}
          placeholder={say('edit.anyOf')}
          style={{ minWidth: 200 }}
          value={showIf!.anyOf}
          onChange={(anyOf) => change({ anyOf })}
          options={asked.options.map(({ key, name }) => ({ value: key, label: wording(name) }))}
        />
      )}
    </div>
  );
}

interface PairProps {
  label: string;
  value: { zh: string; en: string };
  onChange: (value: { zh: string; en: string }) => void;
}

/** The same in Chinese and in English, beside each other. */
export function Pair({ label, value, onChange }: PairProps) {
  return (
    <div className="form-pair">
      <Input
        aria-label={`${label} · 中文`}
        addonBefore={label}
        maxLength={300}
        value={value.zh}
        onChange={({ target }) => onChange({ ...value, zh: target.value })}
      />
      <Input
        aria-label={`${label} · English`}
        placeholder="English"
        maxLength={300}
        value={value.en}
        onChange={({ target }) => onChange({ ...value, en: target.value })}
      />
    </div>
  );
}
