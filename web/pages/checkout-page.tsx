import { Button, DatePicker, Segmented } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { addDays, calendarDateShape, dayAt } from '#domain/base/time.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import {
  useCheckoutRules,
  useCheckouts,
  useCheckoutSheet,
  useWithoutNext,
} from '#web/modules/checkout/api.ts';
import { CheckoutList, inOrder } from '#web/modules/checkout/checkout-list.tsx';
import { CheckoutSheet } from '#web/modules/checkout/checkout-sheet.tsx';
import { SettingsDrawer } from '#web/modules/checkout/settings-drawer.tsx';
import { WithoutNext } from '#web/modules/checkout/without-next.tsx';
import { checkoutWords } from '#web/modules/checkout/words.ts';
import { CustomerAccount } from '#web/modules/ledger/customer-account.tsx';
import { InvitationCode, useMayInvite } from '#web/modules/messaging/account-invitation.tsx';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

const Filter = z.strictObject({
  view: z.enum(['day', 'without']).default('day'),
  visit: z.uuid().optional(),
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
});

/** Nobody leaves in silence (E6): each customer at the door, and who left without a next appointment. */
export function CheckoutPage() {
  const say = useWords(checkoutWords);
  const mayManage = useMay('desk.manage');
  const [{ view, visit, from, to }, setFilter] = useUrlFilters(Filter);
  const [ruling, setRuling] = useState(false);
  const { clinicId = '', choice } = useOneClinic();
  const rules = useCheckoutRules(clinicId, mayManage && clinicId !== '');
  const { zone } = useDates();
  const today = dayAt(useNow(), zone);
  const period = { from: from ?? addDays(today, -6), to: to ?? today };
  const without = useWithoutNext(view === 'without' ? period : null);

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <>
          {choice}
          <Segmented<'day' | 'without'>
            value={view}
            onChange={(view) => setFilter({ view })}
            options={[
              { value: 'day', label: say('view.day') },
              { value: 'without', label: say('view.without') },
            ]}
          />
          {mayManage && (
            <Button disabled={!rules.data} onClick={() => setRuling(true)}>
              {say('settings')}
            </Button>
          )}
        </>
      }
    >
      {view === 'day' ? (
        <DayOfDoor visit={visit} onChoose={(visit) => setFilter({ visit })} />
      ) : (
        <div className="rows">
          <DatePicker.RangePicker
            allowClear={false}
            aria-label={say('period')}
            value={[pickable(period.from), pickable(period.to)]}
            onChange={(days) =>
              days?.[0] && days[1] && setFilter({ from: pickedDay(days[0]), to: pickedDay(days[1]) })
            }
          />
          <WithoutNext rows={without.data?.items} error={without.error} />
        </div>
      )}
      {rules.data && (
        <SettingsDrawer
          key={rules.data.version}
          clinicId={clinicId}
          view={rules.data}
          open={ruling}
          onClose={() => setRuling(false)}
        />
      )}
    </Page>
  );
}

function DayOfDoor({
  visit,
  onChoose,
}: {
  visit: string | undefined;
  onChoose: (visit: string | undefined) => void;
}) {
  const say = useWords(checkoutWords);
  const checkouts = useCheckouts(undefined);
  return (
    <Loaded of={checkouts}>
      {({ items }) => {
        if (items.length === 0 && visit === undefined) return <EmptyState text={say('none')} />;
        return (
          <>
            <p className="soft wide-only">{say('keys')}</p>
            <div className={visit === undefined ? 'checkout-page' : 'checkout-page has-chosen'}>
              <CheckoutList rows={inOrder(items)} chosen={visit} onChoose={onChoose} />
              <div>
                <Button className="checkout-back" onClick={() => onChoose(undefined)}>
                  {say('back')}
                </Button>
                {visit === undefined ? (
                  <EmptyState text={say('choose')} />
                ) : (
                  <OneCustomer key={visit} visitId={visit} />
                )}
              </div>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

function OneCustomer({ visitId }: { visitId: string }) {
  const sheet = useCheckoutSheet(visitId);
  const mayInvite = useMayInvite();
  return (
    <Loaded of={sheet}>
      {(sheet) => (
        <CheckoutSheet
          sheet={sheet}
          followCode={
            mayInvite('wechat')
              ? (onBound) => <InvitationCode customer={sheet.customer} channel="wechat" onBound={onBound} />
              : null
          }
          account={<CustomerAccount customer={{ ...sheet.customer, clinicId: sheet.visit.clinicId }} />}
        />
      )}
    </Loaded>
  );
}
