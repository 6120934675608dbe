import { Checkbox, Input } from 'antd';
import type { CallSheet } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { offeredInWriting, type Draft } from '../draft.ts';
import { followupsWords } from '../words.ts';

interface AfterMessagesProps {
  sheet: CallSheet;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** After an invitation: what was agreed, and where to come, in writing. Nothing goes that nobody ticked. */
export function AfterMessages({ sheet, draft, change }: AfterMessagesProps) {
  const say = useWords(followupsWords);
  const me = useMe();
  const dates = useDates(sheet.clinic.id);
  const { summary, address, lacksAddress } = offeredInWriting(sheet, draft, me);
  const { nextAppointmentOn } = draft;
  if (lacksAddress) return <p className="after-messages soft">{say('after.lacksAddress')}</p>;
  if (!summary && !address) return null;

  const usual = nextAppointmentOn
    ? say('after.summary.agreed', { day: dates.dayWithWeekday(nextAppointmentOn) })
    : say('after.summary.open');
  return (
    <div className="after-messages">
      {summary && (
        <Checkbox
          checked={draft.summary !== null}
          onChange={({ target }) => change({ summary: target.checked ? usual : null })}
        >
          {say('after.summary')}
        </Checkbox>
      )}
      {summary && draft.summary !== null && (
        <Input.TextArea
          aria-label={say('after.summary.text')}
          autoSize={{ minRows: 1, maxRows: 3 }}
          maxLength={200}
          value={draft.summary}
          onChange={({ target }) => change({ summary: target.value })}
        />
      )}
      {address && (
        <Checkbox
          checked={draft.sendsAddress}
          onChange={({ target }) => change({ sendsAddress: target.checked })}
        >
          {say('after.address', { address: sheet.inWriting?.address ?? '' })}
        </Checkbox>
      )}
    </div>
  );
}
