import { Checkbox, Radio } from 'antd';
import type { CardOfDay } from '#domain/recoverycards/contract.ts';
import { findings, type Finding } from '#domain/recoverycards/finding.ts';
import type { TypedCard } from '#domain/recoverycards/heard.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { recoveryCardWords } from './words.ts';
import './card-panel.css';

interface CardPanelProps {
  card: CardOfDay;
  value: TypedCard;
  /** Why it may be neither normal nor watched: a sign in this call, or an earlier one without a doctor's word. */
  locked: 'sign' | 'open' | null;
  onChange: (value: TypedCard) => void;
}

/** One procedure as it should be today, beside the script: what to ask, what was answered, what to make of it. */
export function CardPanel({ card, value, locked, onChange }: CardPanelProps) {
  const say = useWords(recoveryCardWords);
  const wording = useWording();
  const dates = useDates();
  const { days, day } = card;
  const name = wording(card.name);
  const title = day === 0 ? say('panel.today', { name }) : say('panel', { name, day });
  const answer = (question: string, choice: string) =>
    onChange({
      ...value,
      answers: [...value.answers.filter((each) => each.question !== question), { question, choice }],
    });

  return (
    <details className="card-panel" open>
      <summary>
        <h3>{title}</h3>
        <span className="soft">
          {say('done', { treatment: card.treatment, day: dates.day(card.visitedOn) })}
        </span>
        {!card.isApproved && <StatusTag meaning="soon">{say('unapproved')}</StatusTag>}
      </summary>
      <p>
        <b>{say('expected')}</b> {wording(days.expected)}
      </p>
      <fieldset>
        <legend>{say('signs')}</legend>
        <div className="card-signs">
          {days.signs.map(({ key, name, urgency }) => (
            <Checkbox
              key={key}
              checked={value.signs?.includes(key) ?? false}
              onChange={({ target }) =>
                onChange({
                  ...value,
                  signs: target.checked
                    ? [...(value.signs ?? []), key]
                    : (value.signs ?? []).filter((each) => each !== key),
                })
              }
            >
              {wording(name)}
              {urgency === 'urgent' && <span className="urgent"> · {say('signs.urgent')}</span>}
            </Checkbox>
          ))}
          <Checkbox
            checked={value.signs?.length === 0}
            onChange={({ target }) => onChange({ ...value, signs: target.checked ? [] : null })}
          >
            <b>{say('signs.none')}</b>
          </Checkbox>
        </div>
      </fieldset>
      {days.questions.map(({ key, name, choices }) => (
        <fieldset key={key}>
          <legend>{wording(name)}</legend>
          <Radio.Group
            aria-label={wording(name)}
            value={value.answers.find(({ question }) => question === key)?.choice}
            onChange={({ target }) => answer(key, target.value as string)}
            options={choices.map((choice) => ({ value: choice.key, label: wording(choice.name) }))}
          />
        </fieldset>
      ))}
      <blockquote>
        <b>{say('say')}</b> {wording(days.say)}
      </blockquote>
      <blockquote className="never">
        <b>{say('neverSay')}</b> {wording(days.neverSay)}
      </blockquote>
      <fieldset>
        <legend>{say('finding')}</legend>
        <Radio.Group
          optionType="button"
          aria-label={say('finding')}
          value={value.finding}
          onChange={({ target }) => onChange({ ...value, finding: target.value as Finding })}
          options={findings.map((finding) => ({
            value: finding,
            label: say(`finding.${finding}`),
            disabled:
              finding !== 'doctor' && (locked !== null || (finding === 'normal' && value.signs === null)),
          }))}
        />
        <p className="soft" role="status">
          {locked === 'sign' && say('finding.locked')}
          {locked === 'open' && say('finding.waits')}
          {locked === null && value.signs === null && say('finding.askFirst')}
        </p>
      </fieldset>
    </details>
  );
}
