import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import type { AttemptResult, CallSheet, CallSheetFollowup } from '#domain/followups/contract.ts';
import type { Answer } from '#domain/scripts/script.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { blankHeard, type HeardDraft } from '../draft.ts';
import { followupsWords } from '../words.ts';
import { ScoreRow } from './score-row.tsx';
import { Script } from './script.tsx';

/** What a script that is walked passage by passage needs of the sheet. */
export interface GuidedCall {
  sheet: CallSheet;
  followup: CallSheetFollowup;
  answers: readonly Answer[];
  onAnswers: (answers: Answer[]) => void;
  /** Of several on the sheet the first one has the keys. */
  isFirst: boolean;
}
export type GuideOf = (call: GuidedCall) => ReactNode;
/** A form to fill in while the customer is on the telephone; its score is the call's. */
export type FormOf = (call: { followup: CallSheetFollowup; onScore: (score: number) => void }) => ReactNode;

interface HeardFormProps {
  sheet: CallSheet;
  followup: CallSheetFollowup;
  heard: HeardDraft | undefined;
  leftOut: boolean;
  isFirst: boolean;
  isOnly: boolean;
  guide: GuideOf;
  form: FormOf;
  result: AttemptResult | null;
  onChange: (part: Partial<HeardDraft>) => void;
}

/** What to say about one followup, and what was heard. It may be left out of this call; then it stays owed. */
export function HeardForm(props: HeardFormProps) {
  const { sheet, followup, heard = blankHeard, leftOut, isFirst, isOnly, result, onChange } = props;
  const { guide, form } = props;
  const say = useWords(followupsWords);
  const wording = useWording();
  const name = `${wording(followup.protocolName)} · ${wording(followup.stepName)}`;
  const wasAnswered = result === null || result === 'reached';

  return (
    <section className={leftOut ? 'heard left-out' : 'heard'} aria-label={name}>
      {!isOnly && (
        <Checkbox checked={!leftOut} onChange={({ target }) => onChange({ leftOut: !target.checked })}>
          <b>{name}</b>
        </Checkbox>
      )}
      {leftOut ? (
        <p className="soft">
          {followup.assigneeName ? say('leftOut.theirs', { name: followup.assigneeName }) : say('leftOut')}
        </p>
      ) : (
        <>
          {followup.guide && sheet.inScript ? (
            guide({
              sheet,
              followup,
              answers: heard.answers,
              onAnswers: (answers) => onChange({ answers }),
              isFirst,
            })
          ) : (
            <Script sheet={sheet} followup={followup} startsOpen={isFirst} />
          )}
          {followup.asksScore && wasAnswered && (
            <ScoreRow
              id={isFirst ? 'first-score' : undefined}
              value={heard.score}
              onChange={(score) => onChange({ score })}
            />
          )}
          {wasAnswered && form({ followup, onScore: (score) => onChange({ score }) })}
          <Input.TextArea
            aria-label={`${say('notes')} ${name}`}
            placeholder={say(wasAnswered ? 'notes.placeholder' : 'notes.short')}
            autoSize={{ minRows: wasAnswered ? 2 : 1, maxRows: 8 }}
            maxLength={4000}
            value={heard.notes}
            onChange={({ target }) => onChange({ notes: target.value })}
          />
        </>
      )}
    </section>
  );
}
