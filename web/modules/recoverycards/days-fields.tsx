import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import type { CardDays, CardQuestion, Sign } from '#domain/recoverycards/card.ts';
import { urgencies } from '#domain/redflags/urgency.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { blankChoice, blankQuestion, blankSign } from './editing.ts';
import { recoveryCardWords } from './words.ts';

interface DaysFieldsProps {
  days: CardDays;
  onChange: (days: CardDays) => void;
  /** Null where they are the only ones. */
  onRemove: (() => void) | null;
}

const none = 'none';

/** One stretch of days as it is written: what to expect, the signs, the questions, what to say and what not. */
export function DaysFields({ days, onChange, onRemove }: DaysFieldsProps) {
  const say = useWords(recoveryCardWords);
  const change = (part: Partial<CardDays>) => onChange({ ...days, ...part });
  return (
    <div className="days-fields">
      <div className="line">
        {(['from', 'to'] as const).map((end) => (
          <InputNumber
            key={end}
            aria-label={say(`days.${end}`)}
            prefix={<span className="soft">{say(`days.${end}`)}</span>}
            min={0}
            max={366}
            precision={0}
            value={days[end]}
            onChange={(value) => value !== null && change({ [end]: value })}
            style={{ width: 150 }}
          />
        ))}
        <span className="push" />
        {onRemove && (
          <Button type="text" danger icon={<DeleteOutlined />} onClick={onRemove}>
            {say('days.remove')}
          </Button>
        )}
      </div>
      <Pair
        label={say('expected')}
        value={days.expected}
        long
        onChange={(expected) => change({ expected })}
      />
      <h4>{say('sign')}</h4>
      {days.signs.map((sign, at) => (
        <SignFields
          key={sign.key}
          sign={sign}
          onChange={(changed) => change({ signs: days.signs.with(at, changed) })}
          onRemove={days.signs.length > 1 ? () => change({ signs: days.signs.toSpliced(at, 1) }) : null}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => change({ signs: [...days.signs, blankSign(days.signs)] })}
      >
        {say('sign.add')}
      </Button>
      <h4>{say('question')}</h4>
      {days.questions.map((question, at) => (
        <QuestionFields
          key={question.key}
          question={question}
          onChange={(changed) => change({ questions: days.questions.with(at, changed) })}
          onRemove={() => change({ questions: days.questions.toSpliced(at, 1) })}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => change({ questions: [...days.questions, blankQuestion(days.questions)] })}
      >
        {say('question.add')}
      </Button>
      <Pair label={say('say')} value={days.say} long onChange={(text) => change({ say: text })} />
      <Pair
        label={say('neverSay')}
        value={days.neverSay}
        long
        onChange={(neverSay) => change({ neverSay })}
      />
    </div>
  );
}

interface PairProps {
  label: string;
  value: { zh: string; en: string };
  long?: boolean;
  onChange: (value: { zh: string; en: string }) => void;
}

/** The same in both languages, side by side. */
export function Pair({ label, value, long = false, onChange }: PairProps) {
  const say = useWords(recoveryCardWords);
  return (
    <div>
      {long && <h4>{label}</h4>}
      <div className="pair">
        {(['zh', 'en'] as const).map((language) => {
          const shared = {
            'aria-label': `${label} ${say(`text.${language}`)}`,
            placeholder: `${label} ${say(`text.${language}`)}`,
            value: value[language],
          };
          return long ? (
            <Input.TextArea
              key={language}
              {...shared}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={language === 'zh' ? 600 : 900}
              onChange={({ target }) => onChange({ ...value, [language]: target.value })}
            />
          ) : (
            <Input
              key={language}
              {...shared}
              maxLength={language === 'zh' ? 60 : 120}
              onChange={({ target }) => onChange({ ...value, [language]: target.value })}
            />
          );
        })}
      </div>
    </div>
  );
}

interface SignFieldsProps {
  sign: Sign;
  onChange: (sign: Sign) => void;
  onRemove: (() => void) | null;
}

function SignFields({ sign, onChange, onRemove }: SignFieldsProps) {
  const say = useWords(recoveryCardWords);
  return (
    <div className="line sign-fields">
      <Pair label={say('sign')} value={sign.name} onChange={(name) => onChange({ ...sign, name })} />
      <Select
        aria-label={say('sign')}
        value={sign.urgency}
        options={urgencies.map((urgency) => ({ value: urgency, label: say(`urgency.${urgency}`) }))}
        onChange={(urgency) => onChange({ ...sign, urgency })}
        style={{ width: 150 }}
      />
      <Remove onRemove={onRemove} />
    </div>
  );
}

interface QuestionFieldsProps {
  question: CardQuestion;
  onChange: (question: CardQuestion) => void;
  onRemove: () => void;
}

function QuestionFields({ question, onChange, onRemove }: QuestionFieldsProps) {
  const say = useWords(recoveryCardWords);
  const { choices } = question;
  const changeChoice = (at: number, { raises, ...rest }: CardQuestion['choices'][number]) =>
    onChange({ ...question, choices: choices.with(at, raises ? { ...rest, raises } : rest) });
  return (
    <fieldset>
      <div className="line sign-fields">
        <Pair
          label={say('question')}
          value={question.name}
          onChange={(name) => onChange({ ...question, name })}
        />
        <Remove onRemove={onRemove} />
      </div>
      {choices.map((choice, at) => (
        <div key={choice.key} className="line sign-fields">
          <Pair
            label={say('choice')}
            value={choice.name}
            onChange={(name) => changeChoice(at, { ...choice, name })}
          />
          <Select
            aria-label={say('choice')}
            value={choice.raises ?? none}
            options={[none, ...urgencies].map((value) => ({
              value,
              label: say(`urgency.${value as 'none'}`),
            }))}
            onChange={(value) =>
              changeChoice(at, { ...choice, raises: urgencies.find((urgency) => urgency === value) } as never)
            }
            style={{ width: 150 }}
          />
          <Remove
            onRemove={
              choices.length > 2 ? () => onChange({ ...question, choices: choices.toSpliced(at, 1) }) : null
            }
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={choices.length >= 6}
        onClick={() => onChange({ ...question, choices: [...choices, blankChoice(choices)] })}
      >
        {say('choice.add')}
      </Button>
    </fieldset>
  );
}

function Remove({ onRemove }: { onRemove: (() => void) | null }) {
  const say = useWords(recoveryCardWords);
  return (
    <Button
      type="text"
      danger
      icon={<DeleteOutlined />}
      aria-label={say('remove')}
      disabled={onRemove === null}
      onClick={onRemove ?? undefined}
    />
  );
}
