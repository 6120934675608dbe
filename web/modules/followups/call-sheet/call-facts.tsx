import { DatePicker, Input, InputNumber, Segmented } from 'antd';
import { channels } from '#domain/followups/protocol.ts';
import { dayAt } from '#domain/base/time.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { channelOf, type Draft } from '../draft.ts';
import { followupsWords } from '../words.ts';

interface CallFactsProps {
  sheet: CallSheet;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** What belongs to the call as a whole, whatever it was about. */
export function CallFacts({ sheet, draft, change }: CallFactsProps) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const { problem, actionPlan, nextAppointmentOn, minutes } = draft;
  const today = dayAt(serverNow(), sheet.clinic.timezone);
  const wasAnswered = draft.result === null || draft.result === 'reached';
  const asksMore = wasAnswered || Boolean(problem || actionPlan || nextAppointmentOn);

  return (
    <section className="call-facts">
      {asksMore && (
        <>
          <label>
            <span>{say('problem')}</span>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 5 }}
              maxLength={2000}
              placeholder={say('problem.placeholder')}
              value={problem}
              onChange={({ target }) => change({ problem: target.value })}
            />
          </label>
          <label>
            <span>{say('plan')}</span>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 5 }}
              maxLength={2000}
              placeholder={say('plan.placeholder')}
              value={actionPlan}
              onChange={({ target }) => change({ actionPlan: target.value })}
            />
          </label>
          <label>
            <span>{say('nextAppointment')}</span>
            <DatePicker
              value={nextAppointmentOn ? pickable(nextAppointmentOn) : null}
              minDate={pickable(today)}
              onChange={(day) => change({ nextAppointmentOn: day ? pickedDay(day) : null })}
              style={{ width: '100%' }}
            />
          </label>
        </>
      )}
      <label>
        <span>{say('duration')}</span>
        <InputNumber
          min={0}
          max={600}
          step={1}
          precision={1}
          value={minutes}
          suffix={say('minutes')}
          onChange={(value) => change({ minutes: value })}
          style={{ width: '100%' }}
        />
      </label>
      <div className="whole line">
        <span className="soft">{say('channel')}</span>
        <Segmented
          aria-label={say('channel')}
          value={draft.channel ?? channelOf(sheet)}
          options={channels.map((value) => ({ value, label: sayClinic(`channel.${value}`) }))}
          onChange={(channel) => change({ channel })}
        />
      </div>
    </section>
  );
}
