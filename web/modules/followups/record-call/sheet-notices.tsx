import { Alert, Button } from 'antd';
import { z } from 'zod';
import { attemptResults, type CallSheet } from '#domain/followups/contract.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { notesLeftBehind, wasOvertaken, type Draft } from '../draft.ts';
import { dropDraft, startOn } from '../drafts.ts';
import { followupsWords } from '../words.ts';
import './record-call.css';

interface SheetNoticesProps {
  sheet: CallSheet;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** Why this call is not saved yet: a colleague was quicker, or the server refused it. */
export function SheetNotices({ sheet, draft, change }: SheetNoticesProps) {
  const wasRefused = isApiError(draft.failure, 'already-ended') || isApiError(draft.failure, 'stale-version');
  // Where nothing is owed any more there is nothing to go on with either.
  const goOn = () => (sheet.followups.length > 0 ? change(startOn(sheet)) : dropDraft(sheet.customer.id));
  if (wasRefused || wasOvertaken(sheet, draft))
    return <Overtaken sheet={sheet} draft={draft} onSeen={goOn} />;
  if (draft.failure === null) return null;
  return (
    <div className="sheet-notice">
      <ErrorMessage error={draft.failure} />
    </div>
  );
}

interface OvertakenProps {
  sheet: CallSheet;
  draft: Draft;
  onSeen: () => void;
}

function Overtaken({ sheet, draft, onSeen }: OvertakenProps) {
  const say = useWords(followupsWords);
  const sayFollowup = useWords(followupWords);
  const dates = useDates(sheet.clinic.id);
  const last = lastTryIn(draft.failure) ?? sheet.contacts.find(({ at }) => at >= (draft.startedAt ?? at));
  const kept = notesLeftBehind(sheet, draft);

  return (
    <Alert
      className="sheet-notice"
      type="warning"
      showIcon
      role="alert"
      title={
        last
          ? say('overtaken.by', {
              name: last.byName ?? say('program'),
              at: dates.shortDateTime(last.at),
              result: sayFollowup(`result.${last.result}`),
            })
          : say('overtaken')
      }
      description={
        <>
          {say('overtaken.text')}
          {kept.map((notes, index) => (
            <p key={index} className="written">
              {notes}
            </p>
          ))}
        </>
      }
      action={<Button onClick={onSeen}>{say('overtaken.seen')}</Button>}
    />
  );
}

const LastTry = z.object({ at: z.string(), byName: z.string().nullable(), result: z.enum(attemptResults) });

/** Who was quicker, as the server's refusal tells it. */
function lastTryIn(failure: unknown): z.infer<typeof LastTry> | null {
  if (!isApiError(failure)) return null;
  return z.object({ last: LastTry }).safeParse(failure.details).data?.last ?? null;
}
