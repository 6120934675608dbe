import { ArrowLeftOutlined, ArrowRightOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { fill, filledText, underOneName } from '#domain/scripts/fill.ts';
import { isSpoken } from '#domain/scripts/lint.ts';
import { wordsNotToSay } from '#domain/scripts/not-to-say.ts';
import { phases, type Answer, type Passage, type ScriptDefinition } from '#domain/scripts/script.ts';
import { answered, walk } from '#domain/scripts/walk.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useLanguage, useListed, useWording, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useValues, type SpokenTo } from './use-values.ts';
import { scriptsWords } from './words.ts';
import './scripts.css';

/** One for each answer; no other key of the call sheet is among them. */
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

interface ScriptWalkProps {
  script: ScriptDefinition;
  to: SpokenTo;
  answers: readonly Answer[];
  onAnswers: (answers: Answer[]) => void;
  /** Whether the keys are this script's: of several on one page only one has them. */
  hasKeys: boolean;
}

/** One passage at a time: what to say now, what may be answered, and the way back. */
export function ScriptWalk({ script, to, answers, onAnswers, hasKeys }: ScriptWalkProps) {
  const say = useWords(scriptsWords);
  const wording = useWording();
  const said = walk(script, to.customer, answers);
  const [wantedAt, setAt] = useState(() => firstUnanswered(said));
  const at = Math.min(wantedAt, said.length - 1);
  const now = said[at];
  const isLast = at === said.length - 1;
  const choices = now?.passage.question?.choices ?? [];
  const waits = choices.length > 0 && !now?.choice;

  const next = () => {
    if (!isLast && !waits) setAt(at + 1);
  };
  const back = () => setAt(Math.max(0, at - 1));
  const choose = (choice: string) => {
    if (!now) return;
    onAnswers(answered(script, to.customer, answers, { passage: now.passage.key, choice }));
    setAt(at + 1);
  };
  useKeys(
    hasKeys
      ? {
          enter: next,
          arrowright: next,
          arrowleft: back,
          ...Object.fromEntries(choices.map(({ key }, index) => [letters[index]!, () => choose(key)])),
        }
      : {},
  );
  if (!now) return <p className="soft">{say('nobody')}</p>;

  const { passage } = now;
  const heard = said.filter(({ choice }) => choice !== null);
  return (
    <section className="script-walk" aria-label={wording(script.name)}>
      <div className="line soft">
        <span>
          {say('phase.of', { at: phases.indexOf(passage.phase) + 1, of: phases.length })} ·{' '}
          <b>{say(`phase.${passage.phase}`)}</b>
        </span>
        {!isSpoken(passage.phase) && <span>{say(`unspoken.${passage.phase as 'prepare'}`)}</span>}
      </div>
      <PassageText key={passage.key} passage={passage} to={to} />
      {choices.length > 0 && (
        <div className="script-choices" role="group" aria-label={wording(passage.question!.name)}>
          {choices.map(({ key, name }, index) => (
            <Button
              key={key}
              type={now.choice?.key === key ? 'primary' : 'default'}
              aria-pressed={now.choice?.key === key}
              onClick={() => choose(key)}
            >
              {wording(name)}
              {hasKeys && <kbd className="wide-only">{letters[index]!.toUpperCase()}</kbd>}
            </Button>
          ))}
        </div>
      )}
      <div className="line">
        <Button size="small" icon={<ArrowLeftOutlined />} disabled={at === 0} onClick={back}>
          {say('back')} {hasKeys && <kbd className="wide-only">←</kbd>}
        </Button>
        {isLast && !waits ? (
          <StatusTag meaning="done">{say('over')}</StatusTag>
        ) : (
          <Button size="small" disabled={waits} onClick={next}>
            {waits ? say('choose') : say('next')} <ArrowRightOutlined />
            {hasKeys && !waits && <kbd className="wide-only">↵</kbd>}
          </Button>
        )}
      </div>
      {heard.length > 0 && (
        <p className="script-heard soft">
          {heard.map(({ passage: { question }, choice }) => (
            <span key={choice!.key + wording(question!.name)}>
              {wording(question!.name)}
              {say('colon')}
              <b>{wording(choice!.name)}</b>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** The words with the customer's facts in their places, and what of it is not for this customer's ears. */
function PassageText({ passage, to }: { passage: Passage; to: SpokenTo }) {
  const say = useWords(scriptsWords);
  const listed = useListed();
  const tell = useTell();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const values = useValues(to);
  const written = passage.text[language];
  const text = to.discreet?.callerAlias ? underOneName(written) : written;
  const filled = filledText(text, language, values);
  const { discreet, taboos, customer } = to;
  const goesOut = passage.phase !== 'prepare';
  const words = goesOut
    ? wordsNotToSay(filled, { discreet, taboos, treatmentNames: customer.treatments })
    : [];

  const copy = async () => {
    await navigator.clipboard?.writeText(filled);
    tell.done(say('copied'));
  };
  return (
    <>
      <blockquote className={goesOut ? '' : 'note'}>
        {fill(text, language, values).map((part, index) =>
          part.variable ? <b key={index}>{part.text}</b> : part.text,
        )}
      </blockquote>
      {words.length > 0 && <StatusTag meaning="risk">{say('notToSay', { words: listed(words) })}</StatusTag>}
      {passage.phase === 'message' && (
        <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
          {say('copy')}
        </Button>
      )}
    </>
  );
}

/** Where one goes on who comes back to a call that was begun. */
function firstUnanswered(said: ReturnType<typeof walk>): number {
  const last = said.findLastIndex(({ choice }) => choice !== null);
  return last + 1;
}
