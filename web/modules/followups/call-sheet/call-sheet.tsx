import type { ReactNode } from 'react';
import type { CallSheet as Sheet } from '#domain/followups/contract.ts';
import { useMe } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx';
import { useCallSheet } from '../api.ts';
import { isLeftOut } from '../draft.ts';
import { useDraft } from '../drafts.ts';
import { ResultBar } from '../record-call/result-bar.tsx';
import { SheetNotices } from '../record-call/sheet-notices.tsx';
import { useSaveCall, type SavedCall } from '../record-call/use-save-call.ts';
import { followupsWords } from '../words.ts';
import { AboutCustomer } from './about-customer.tsx';
import { CallFacts } from './call-facts.tsx';
import { HeardForm, type FormOf, type GuideOf } from './heard-form.tsx';
import { LastContacts } from './last-contacts.tsx';
import { DoctorPromise, RecoverySide, type CardFace } from './recovery-side.tsx';
import { ReasonCard } from './reason-card.tsx';
import { SheetHead } from './sheet-head.tsx';
import './call-sheet.css';

interface CallSheetProps {
  customerId: string;
  colleagues: readonly Colleague[];
  /** The number, with a way to see it and to call it. */
  phone: (customer: Sheet['customer']) => ReactNode;
  /** What has to be known before anything is said. */
  above?: ReactNode;
  /** Warning signs that wait for a doctor, and what doctors said. */
  flags: (flags: Sheet['redFlags']) => ReactNode;
  /** A recovery card of the day. */
  card: CardFace;
  /** What shows that an earlier call was made. */
  proof: (callId: string) => ReactNode;
  /** The script of a followup, walked passage by passage. */
  guide: GuideOf;
  /** What may be filled in beside it. */
  form: FormOf;
  /** `isStillOpen`: nobody has gone on to another customer while it was being saved. */
  onSaved: (call: SavedCall, isStillOpen: boolean) => void;
}

/** Everything for one call on one screen: who, why, what to say, what was heard. */
export function CallSheet(props: CallSheetProps) {
  const sheet = useCallSheet(props.customerId);
  if (sheet.data) return <Filled {...props} sheet={sheet.data} />;
  if (sheet.error) return <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />;
  return <LoadingState rows={14} />;
}

function Filled(props: CallSheetProps & { sheet: Sheet }) {
  const { sheet, colleagues, phone, above, flags, card, proof, guide, form, onSaved } = props;
  const say = useWords(followupsWords);
  const me = useMe();
  const narrow = useNarrowScreen();
  const { draft, change: keep, changeHeard } = useDraft(sheet);
  const { save, saving, problems, change } = useSaveCall(sheet, draft, keep, onSaved);
  const { clinic, customer, followups, contacts } = sheet;
  const first = followups.find((followup) => !isLeftOut(sheet, followup, draft, me));

  return (
    <article className="call-sheet" aria-label={customer.name}>
      <SheetHead sheet={sheet} colleagues={colleagues} phone={phone(customer)} />
      {above}
      {sheet.redFlags.length > 0 && <div className="call-sheet-flags">{flags(sheet.redFlags)}</div>}
      <div className="call-sheet-body">
        <div className="call-sheet-why rows">
          {followups.map((followup) => (
            <ReasonCard
              key={followup.id}
              followup={followup}
              retry={sheet.retry}
              startsOpen={!narrow || followups.length === 1}
            />
          ))}
        </div>
        <div className="call-sheet-say rows">
          {followups.length === 0 && <EmptyState text={say('nothing.owed')} />}
          {followups.map((followup) => (
            <HeardForm
              key={followup.id}
              sheet={sheet}
              followup={followup}
              heard={draft.heard[followup.id]}
              leftOut={isLeftOut(sheet, followup, draft, me)}
              isFirst={followup === first}
              isOnly={followups.length === 1}
              result={draft.result}
              guide={guide}
              form={form}
              onChange={(part) => changeHeard(followup.id, part)}
            />
          ))}
          {followups.length > 0 && <CallFacts sheet={sheet} draft={draft} change={change} />}
        </div>
        <RecoverySide sheet={sheet} draft={draft} change={change} face={card} />
        <div className="call-sheet-background rows">
          <AboutCustomer sheet={sheet} />
          <LastContacts contacts={contacts} clinicId={clinic.id} proof={proof} />
        </div>
      </div>
      <DoctorPromise sheet={sheet} draft={draft} />
      <SheetNotices sheet={sheet} draft={draft} change={change} />
      {followups.length > 0 && (
        <ResultBar
          sheet={sheet}
          draft={draft}
          change={change}
          problems={problems}
          saving={saving}
          onSave={() => void save()}
        />
      )}
    </article>
  );
}
