import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { CustomerRecord } from '#domain/records/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { useConfirm } from '#web/ui/confirm.tsx';
import { useSetDiscreet } from './api.ts';
import { DiscreetDrawer } from './discreet-drawer.tsx';
import { recordsWords } from './words.ts';
import './records.css';

interface DiscreetPanelProps {
  customerId: string;
  record: Pick<CustomerRecord, 'discreet' | 'discreetVersion'>;
}

/** How this customer wants to be reached without others learning of it. */
export function DiscreetPanel({ customerId, record: { discreet, discreetVersion } }: DiscreetPanelProps) {
  const say = useWords(recordsWords);
  const dates = useDates();
  const mayEdit = useMay('customers.write');
  const confirm = useConfirm();
  const set = useSetDiscreet(customerId);
  const [editing, setEditing] = useState(false);

  return (
    <section className="panel">
      <div className="section-head">
        <h2>{say('discreet')}</h2>
        {mayEdit && (
          <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {say(discreet ? 'edit' : 'discreet.set')}
          </Button>
        )}
      </div>
      {!discreet && <p className="soft">{say('discreet.none')}</p>}
      {discreet && (
        <>
          <Wishes profile={discreet.profile} />
          <div className="line soft small">
            {dates.dateTime(discreet.updatedAt)}
            {discreet.updatedByName && ` · ${discreet.updatedByName}`}
            <span className="push" />
            {mayEdit && (
              <Button
                size="small"
                type="text"
                danger
                onClick={() =>
                  void confirm({
                    title: say('discreet.back'),
                    text: say('discreet.back.text'),
                    yes: say('discreet.back'),
                    dangerous: true,
                    onYes: () => set.mutateAsync({ version: discreetVersion, profile: null }),
                  })
                }
              >
                {say('discreet.back')}
              </Button>
            )}
          </div>
        </>
      )}
      <DiscreetDrawer
        customerId={customerId}
        profile={discreet?.profile ?? null}
        version={discreetVersion}
        open={editing}
        onClose={() => setEditing(false)}
      />
    </section>
  );
}

/** What they wish, a line each. */
export function Wishes({ profile }: { profile: DiscreetProfile }) {
  const say = useWords(recordsWords);
  const listed = useListed();
  const { safeHours, callerAlias, mayPickUp, neverSay, mayNameTreatments, mayJoinGroups } = profile;
  const hours = safeHours.map(
    ({ days, from, to }) => `${listed(days.map((day) => say(`day.${day as 1}`)))} ${from}–${to}`,
  );
  const facts: [string, string][] = [
    [say('safeHours'), hours.join('\n') || say('safeHours.any')],
    [say('alias'), callerAlias ?? '–'],
    [say('mayPickUp'), listed(mayPickUp)],
    [say('neverSay'), listed(neverSay)],
    [say('mayNameTreatments'), say(mayNameTreatments ? 'yes' : 'no')],
    [say('mayJoinGroups'), say(mayJoinGroups ? 'yes' : 'no')],
  ];
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="written">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
