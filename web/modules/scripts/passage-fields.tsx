import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { variables } from '#domain/scripts/fill.ts';
import { phases, type Passage } from '#domain/scripts/script.ts';
import { useLanguage, useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { withoutNothing } from './editing.ts';
import { usePassageNames } from './passage-names.ts';
import { QuestionFields } from './question-fields.tsx';
import { scriptsWords } from './words.ts';

interface PassageFieldsProps {
  passage: Passage;
  passages: readonly Passage[];
  onChange: (passage: Passage) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One passage as it is written: phase, words in both languages, whom it is for, what is asked, what comes after. */
export function PassageFields({ passage, passages, onChange, onMove, onRemove }: PassageFieldsProps) {
  const say = useWords(scriptsWords);
  const names = usePassageNames(passages);
  const inEnglish = useLanguage() === 'en';
  const at = passages.indexOf(passage);
  const targets = names.options.filter(({ value }) => value !== passage.key);
  const change = (part: { [K in keyof Passage]?: Passage[K] | undefined }) =>
    onChange(withoutNothing({ ...passage, ...part }) as Passage);
  const insert = (variable: string) => {
    const language = inEnglish ? 'en' : 'zh';
    change({ text: { ...passage.text, [language]: `${passage.text[language]}{${variable}}` } });
  };

  return (
    <div className="passage-fields">
      <div className="line">
        <Select
          aria-label={say('passage.phase')}
          value={passage.phase}
          options={phases.map((phase) => ({ value: phase, label: say(`phase.${phase}`) }))}
          onChange={(phase) => change({ phase })}
          style={{ width: 180 }}
        />
        <span className="push" />
        <Button
          type="text"
          icon={<ArrowUpOutlined />}
          aria-label={say('passage.up')}
          disabled={at === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined />}
          aria-label={say('passage.down')}
          disabled={at === passages.length - 1}
          onClick={() => onMove(1)}
        />
        <Button
          type="text"
          danger
          icon={<DeleteOutlined />}
          aria-label={say('passage.remove')}
          disabled={passages.length === 1}
          onClick={onRemove}
        />
      </div>
      <div className="pair">
        {(['zh', 'en'] as const).map((language) => (
          <Input.TextArea
            key={language}
            aria-label={say(`passage.${language}`)}
            placeholder={say(`passage.${language}`)}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={passage.text[language]}
            onChange={({ target }) => change({ text: { ...passage.text, [language]: target.value } })}
          />
        ))}
      </div>
      <div className="line variables">
        <span className="soft">{say('variables')}</span>
        {variables.map((variable) => (
          <Button key={variable} size="small" type="dashed" onClick={() => insert(variable)}>
            {say(`variable.${variable}`)}
          </Button>
        ))}
      </div>
      <details open={passage.onlyFor !== undefined}>
        <summary>{say(passage.onlyFor ? 'onlyFor' : 'onlyFor.add')}</summary>
        <ConditionFields value={passage.onlyFor} onChange={(onlyFor) => change({ onlyFor })} />
      </details>
      <QuestionFields
        value={passage.question}
        targets={targets}
        onChange={(question) => change({ question })}
      />
      <label className="line">
        <span>{say('passage.then')}</span>
        <Select<string>
          allowClear
          aria-label={say('passage.then')}
          placeholder={say('then.next')}
          value={passage.then ?? null}
          options={[...targets, names.end]}
          onChange={(then) => change({ then })}
          style={{ flex: 1, minWidth: 160 }}
        />
      </label>
    </div>
  );
}
