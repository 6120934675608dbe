import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { promisedAt } from '#domain/redflags/promise.ts';
import { mostUrgent } from '#domain/redflags/urgency.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import type { CardOfDay } from '#domain/recoverycards/contract.ts';
import type { TypedCard } from '#domain/recoverycards/heard.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { keyOf, lockOf, signsHeard, typedCard, type Draft } from '../draft.ts';
import { followupsWords } from '../words.ts';

/** A recovery card as it is asked in this call. */
export interface AskedCard {
  card: CardOfDay;
  value: TypedCard;
  /** Why it is for the doctor whatever the agent makes of it. */
  locked: 'sign' | 'open' | null;
  onChange: (value: TypedCard) => void;
}
export type CardFace = (asked: AskedCard) => ReactNode;

interface RecoverySideProps {
  sheet: CallSheet;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  face: CardFace;
}

/** The cards of the day, beside the script. */
export function RecoverySide({ sheet, draft, change, face }: RecoverySideProps) {
  const me = useMe();
  const locked = lockOf(sheet, draft, me);
  const wasAnswered = draft.result === null || draft.result === 'reached';
  if (!wasAnswered) return null;
  return (
    <div className="call-sheet-card rows">
      {sheet.cards.map((card) => (
        <div key={keyOf(card)}>
          {face({
            card,
            locked,
            value: typedCard(sheet, draft, me, card),
            onChange: (typed) => change({ cards: { ...draft.cards, [keyOf(card)]: typed } }),
          })}
        </div>
      ))}
    </div>
  );
}

/** By when a doctor will have called, to be said before hanging up. */
export function DoctorPromise({ sheet, draft }: Pick<RecoverySideProps, 'sheet' | 'draft'>) {
  const say = useWords(followupsWords);
  const me = useMe();
  const now = useNow();
  const dates = useDates(sheet.clinic.id);
  const signs = signsHeard(sheet, draft, me);
  const forDoctor = sheet.cards.some((card) => typedCard(sheet, draft, me, card).finding === 'doctor');
  const wasAnswered = draft.result === null || draft.result === 'reached';
  if (!wasAnswered) return null;
  const isWaiting = sheet.redFlags.some(({ state }) => state === 'open');
  if (me.treats && !forDoctor) return null;
  if (signs.length === 0 && (!forDoctor || isWaiting)) return null;
  const urgency = mostUrgent(signs.map((sign) => sign.urgency)) ?? 'soon';
  const by = promisedAt(urgency, now, sheet.redFlagRules, sheet.clinic.timezone);
  return (
    <Alert
      className="sheet-notice"
      type="error"
      showIcon
      role="alert"
      title={say('doctor.promise', { at: dates.shortDateTime(by) })}
      description={say('doctor.promise.text')}
    />
  );
}
