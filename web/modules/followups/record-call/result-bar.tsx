import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  FieldTimeOutlined,
  PhoneOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { attemptResults, type AttemptResult, type CallSheet } from '#domain/followups/contract.ts';
import { useFieldWords } from '#web/lib/error-words.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import type { Draft } from '../draft.ts';
import { followupsWords } from '../words.ts';
import { AfterMessages } from './after-messages.tsx';
import { ResultDetails } from './result-details.tsx';
import type { Problems } from './use-save-call.ts';
import { WhatFollows } from './what-follows.tsx';
import './record-call.css';

const icons: Record<AttemptResult, ReactNode> = {
  reached: <CheckCircleOutlined />,
  no_answer: <PhoneOutlined rotate={135} />,
  call_back: <FieldTimeOutlined />,
  refused: <CloseCircleOutlined />,
  wrong_number: <QuestionCircleOutlined />,
};

interface ResultBarProps {
  sheet: CallSheet;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problems: Problems;
  saving: boolean;
  onSave: () => void;
}

/** How the call went, what follows from that, and saving it: always in sight, and under the keys 1 to 5. */
export function ResultBar({ sheet, draft, change, problems, saving, onSave }: ResultBarProps) {
  const say = useWords(followupsWords);
  const sayFollowup = useWords(followupWords);
  const sayField = useFieldWords();
  const { bar, chosenByKey } = useFocusAfterKey(draft.result);

  const byKey = (result: AttemptResult) => () => {
    change({ result });
    chosenByKey();
  };
  useKeys({
    ...Object.fromEntries(attemptResults.map((result, index) => [String(index + 1), byKey(result)])),
    'mod+enter': onSave,
  });

  return (
    <footer className="result-bar" ref={bar}>
      <ResultDetails sheet={sheet} draft={draft} change={change} problems={problems} />
      <AfterMessages sheet={sheet} draft={draft} change={change} />
      <div className="result-choice" role="radiogroup" aria-label={say('result')}>
        {attemptResults.map((result, index) => (
          <button
            key={result}
            type="button"
            role="radio"
            aria-checked={draft.result === result}
            className={result}
            onClick={() => change({ result: draft.result === result ? null : result })}
          >
            {icons[result]}
            <span>{sayFollowup(`result.${result}`)}</span>
            <kbd className="wide-only">{index + 1}</kbd>
          </button>
        ))}
      </div>
      <div className="result-save">
        <span className="soft" role="status">
          {problems['result'] ? (
            <b className="wrong">{say('result.choose')}</b>
          ) : problems['followups'] ? (
            <b className="wrong">{say('followups.choose')}</b>
          ) : problems['cards'] ? (
            <b className="wrong">{say('cards.choose')}</b>
          ) : problems['overtaken'] ? (
            <b className="wrong">{say('overtaken.first')}</b>
          ) : Object.keys(problems).length > 0 ? (
            <b className="wrong">{sayField('invalid')}</b>
          ) : (
            <WhatFollows sheet={sheet} draft={draft} />
          )}
        </span>
        <Button type="primary" size="large" className="save" loading={saving} onClick={onSave}>
          {say('save')} <kbd className="wide-only">Ctrl ↵</kbd>
        </Button>
      </div>
    </footer>
  );
}

/** A result chosen by key leads the hands on: to the first answer, to what has to be said, or to saving. */
function useFocusAfterKey(result: AttemptResult | null) {
  const bar = useRef<HTMLElement>(null);
  const [times, setTimes] = useState(0);

  useEffect(() => {
    if (times === 0) return;
    const sheet = bar.current?.closest('.call-sheet');
    const answer = '.heard:not(.left-out) [role=radio][tabindex="0"], .heard:not(.left-out) textarea';
    const place =
      result === 'reached'
        ? sheet?.querySelector<HTMLElement>(answer)
        : (bar.current?.querySelector<HTMLElement>('.result-details button, .result-details input') ??
          bar.current?.querySelector<HTMLElement>('.save'));
    place?.focus();
    // Only a pressed key moves the focus, also when it chooses the same result again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [times]);

  return { bar, chosenByKey: () => setTimes((before) => before + 1) };
}
