import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { urgencies, type Urgency } from '#domain/redflags/urgency.ts';
import type { Choice, Passage } from '#domain/scripts/script.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { blankChoice, blankQuestion, withoutNothing } from './editing.ts';
import { scriptsWords } from './words.ts';

type Question = NonNullable<Passage['question']>;

interface QuestionFieldsProps {
  value: Passage['question'];
  /** Where an answer may lead. */
  targets: { value: string; label: string }[];
  onChange: (question: Question | undefined) => void;
}

const mostChoices = 8;

/** What the customer is asked, the name it is recorded by, and where each answer leads. */
export function QuestionFields({ value, targets, onChange }: QuestionFieldsProps) {
  const say = useWords(scriptsWords);
  if (!value)
    return (
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange(blankQuestion())}>
        {say('question.add')}
      </Button>
    );

  const { name, choices } = value;
  const changeChoice = (at: number, choice: Choice) =>
    onChange({ ...value, choices: choices.with(at, withoutNothing(choice)) });
  return (
    <fieldset className="question-fields">
      <legend>{say('question')}</legend>
      <div className="pair">
        <Input
          aria-label={say('question.zh')}
          placeholder={say('question.zh')}
          maxLength={40}
          value={name.zh}
          onChange={({ target }) => onChange({ ...value, name: { ...name, zh: target.value } })}
        />
        <Input
          aria-label={say('question.en')}
          placeholder={say('question.en')}
          maxLength={80}
          value={name.en}
          onChange={({ target }) => onChange({ ...value, name: { ...name, en: target.value } })}
        />
      </div>
      {choices.map((choice, at) => (
        <div key={choice.key} className="choice-fields">
          <Input
            aria-label={`${say('choice.zh')} ${at + 1}`}
            placeholder={say('choice.zh')}
            maxLength={40}
            value={choice.name.zh}
            onChange={({ target }) =>
              changeChoice(at, { ...choice, name: { ...choice.name, zh: target.value } })
            }
          />
          <Input
            aria-label={`${say('choice.en')} ${at + 1}`}
            placeholder={say('choice.en')}
            maxLength={80}
            value={choice.name.en}
            onChange={({ target }) =>
              changeChoice(at, { ...choice, name: { ...choice.name, en: target.value } })
            }
          />
          <Select<string>
            allowClear
            aria-label={`${say('choice.then')} ${at + 1}`}
            placeholder={say('choice.follow')}
            value={choice.then ?? null}
            options={targets}
            onChange={(then) => changeChoice(at, { ...choice, then } as Choice)}
          />
          <Select<Urgency>
            allowClear
            aria-label={`${say('choice.raises')} ${at + 1}`}
            placeholder={say('choice.raises')}
            value={choice.raises ?? null}
            options={urgencies.map((value) => ({ value, label: say(`raises.${value}`) }))}
            onChange={(raises) => changeChoice(at, { ...choice, raises } as Choice)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${say('choice.remove')} ${at + 1}`}
            onClick={() => onChange({ ...value, choices: choices.toSpliced(at, 1) })}
          />
        </div>
      ))}
      <div className="line">
        {choices.length < mostChoices && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => onChange({ ...value, choices: [...choices, blankChoice(choices)] })}
          >
            {say('choice.add')}
          </Button>
        )}
        <Button size="small" type="link" danger onClick={() => onChange(undefined)}>
          {say('question.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
