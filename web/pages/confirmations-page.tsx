import { Alert, Button, DatePicker, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { calendarDateShape } from '#domain/base/time.ts';
import type { ConfirmationList } from '#domain/confirmations/contract.ts';
import { isReminderDue, missingByName } from '#domain/confirmations/evening-reminder.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirmAppointment } from '#web/modules/appointments/api.ts';
import { useConfirmations, useShareConfirmations } from '#web/modules/confirmations/api.ts';
import { ConfirmationTable } from '#web/modules/confirmations/confirmation-table.tsx';
import { confirmationWords } from '#web/modules/confirmations/words.ts';
import { PhoneNumber } from '#web/modules/customers/phone-number.tsx';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

const Filter = z.object({
  day: calendarDateShape.optional(),
  show: z.enum(['open', 'all']).default('open'),
});

/** Whether tomorrow's customers come (E1): the evening's list, and the morning's second look. */
export function ConfirmationsPage() {
  const say = useWords(confirmationWords);
  const { clinicId, choice } = useOneClinic();
  if (clinicId === undefined) return <EmptyState text={say('none')} />;
  return <OfClinic key={clinicId} clinicId={clinicId} choice={choice} />;
}

function OfClinic({ clinicId, choice }: { clinicId: string; choice: ReactNode }) {
  const say = useWords(confirmationWords);
  const [filter, setFilter] = useUrlFilters(Filter);
  const asked = useConfirmations({ clinicId, day: filter.day });
  const said = useConfirmAppointment();
  const list = asked.data;
  return (
    <Page
      title={say('title')}
      about={list && say('about', countsOf(list))}
      actions={list && list.day >= list.today && <ShareButton list={list} />}
    >
      <div className="filters">
        {choice}
        <DatePicker
          allowClear={false}
          aria-label={say('day')}
          value={list ? pickable(list.day) : null}
          onChange={(picked) => picked && setFilter({ day: pickedDay(picked) })}
        />
        <Button disabled={filter.day === undefined} onClick={() => setFilter({ day: undefined })}>
          {say('next')}
        </Button>
        <Button
          disabled={!list || list.day === list.today}
          onClick={() => list && setFilter({ day: list.today })}
        >
          {say('today')}
        </Button>
        <Segmented
          aria-label={say('show')}
          value={filter.show}
          options={(['open', 'all'] as const).map((value) => ({ value, label: say(`show.${value}`) }))}
          onChange={(show) => setFilter({ show })}
        />
      </div>
      <Loaded of={asked}>
        {(list) => (
          <div className="rows">
            <BeforeClosing list={list} />
            <Shared list={list} />
            <ConfirmationTable
              list={list}
              onlyOpen={filter.show === 'open'}
              phoneOf={({ customerId, phone }) => (
                <PhoneNumber customer={{ id: customerId, phone, hasPhone: phone !== null }} />
              )}
              onSaid={({ id, version }, answer) => said.mutateAsync({ id, version, answer })}
            />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function countsOf({ items }: ConfirmationList) {
  const count = (confirmation: string | null) =>
    items.filter(({ appointment }) => appointment.confirmation === confirmation).length;
  return {
    total: items.length,
    confirmed: count('confirmed'),
    declined: count('declined'),
    unreached: count('unreached'),
    open: count(null),
  };
}

/** In the last hour of the day: what tomorrow's list still lacks, and whose it is. */
function BeforeClosing({ list }: { list: ConfirmationList }) {
  const say = useWords(confirmationWords);
  const dates = useDates(list.clinicId);
  const now = useNow();
  const { closesAt, day, today, items, shared } = list;
  const isShared = shared.some(({ half }) => half === 'evening');
  if (day <= today || items.length === 0 || !isReminderDue({ closesAt, isShared }, now)) return null;
  const missing = missingByName(items);
  return (
    <Alert
      type="warning"
      showIcon
      title={say('closing', { at: dates.time(closesAt!) })}
      description={
        missing.length === 0
          ? say('closing.complete')
          : missing.map(({ name, count }) => `${name ?? say('closing.nobody')} ${count}`).join(' · ')
      }
    />
  );
}

function ShareButton({ list }: { list: ConfirmationList }) {
  const say = useWords(confirmationWords);
  const mayShare = useMay('appointments.write');
  const share = useShareConfirmations();
  const confirm = useConfirm();
  const tell = useTell();
  const { clinicId, day, today, items } = list;
  const { confirmed } = countsOf(list);
  if (!mayShare || items.length === 0) return null;
  return (
    <Button
      type="primary"
      loading={share.isPending}
      onClick={() =>
        void confirm({
          title: say('share.title'),
          text: say('share.text', { count: items.length - confirmed }),
          yes: say('share'),
          onYes: async () => {
            const { shared } = await share.mutateAsync({ clinicId, day });
            tell.done(say(shared[0]?.wasSent ? 'shared' : 'shared.unsent'));
          },
        })
      }
    >
      {say(day === today ? 'share.morning' : 'share.evening')}
    </Button>
  );
}

function Shared({ list }: { list: ConfirmationList }) {
  const say = useWords(confirmationWords);
  const dates = useDates(list.clinicId);
  const [last] = list.shared;
  if (!last) return list.items.length > 0 ? <Alert type="info" showIcon title={say('shared.none')} /> : null;
  return (
    <Alert
      type={last.wasSent ? 'success' : 'warning'}
      showIcon
      title={say('shared.line', {
        half: say(`shared.${last.half}`),
        at: dates.shortDateTime(last.sharedAt),
        by: last.sharedByName ?? '–',
        confirmed: last.confirmed,
        total: last.total,
      })}
      description={last.wasSent ? null : say('shared.unsent')}
    />
  );
}
