import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { addressChannels, addressShapes } from '#domain/messaging/address.ts';
import type { AddressChannel } from '#domain/messaging/address.ts';
import type { CustomerAddress } from '#domain/messaging/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { InvitationButton, useMayInvite } from './account-invitation.tsx';
import { addressWords } from './address-words.ts';
import { useAddresses, useSetAddress } from './api.ts';

/** By which ways besides the telephone a customer can be written to. */
export function AddressesPanel({ customer }: { customer: { id: string; name: string } }) {
  const customerId = customer.id;
  const say = useWords(addressWords);
  const dates = useDates();
  const mayEdit = useMay('customers.write');
  const mayInvite = useMayInvite();
  const addresses = useAddresses(customerId);
  const set = useSetAddress(customerId);
  const confirm = useConfirm();
  const tell = useTell();
  const [editing, setEditing] = useState<AddressChannel | null>(null);

  const remove = (channel: AddressChannel) =>
    void confirm({
      title: say('remove.ask', { what: say(`channel.${channel}`) }),
      text: say('remove.text'),
      yes: say('remove'),
      dangerous: true,
      onYes: async () => {
        await set.mutateAsync({ channel, address: null });
        tell.done(say('removed'));
      },
    });

  return (
    <section className="panel" aria-label={say('title')}>
      <div className="section-head">
        <h2>{say('title')}</h2>
      </div>
      <Loaded of={addresses}>
        {({ items }) => (
          <ul className="plain-list">
            {addressChannels.map((channel) => {
              const known = items.find((one) => one.channel === channel);
              return (
                <li key={channel} className="line">
                  <span>{say(`channel.${channel}`)}</span>
                  {known ? (
                    <span title={`${dates.dateTime(known.since)} ${known.byName ?? ''}`}>{known.shown}</span>
                  ) : (
                    <span className="soft">{say('none')}</span>
                  )}
                  {known && <AddressState address={known} />}
                  <span className="push" />
                  {channel !== 'email' && mayInvite(channel) && (!known || known.leftAt !== null) && (
                    <InvitationButton customer={customer} channel={channel} />
                  )}
                  {mayEdit && (
                    <Button
                      size="small"
                      type="text"
                      icon={<EditOutlined />}
                      aria-label={`${say('edit')} ${say(`channel.${channel}`)}`}
                      onClick={() => setEditing(channel)}
                    />
                  )}
                  {mayEdit && known && (
                    <Button
                      size="small"
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={`${say('remove')} ${say(`channel.${channel}`)}`}
                      onClick={() => remove(channel)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
      <AddressDrawer
        channel={editing}
        onClose={() => setEditing(null)}
        onSave={async (channel, address) => {
          await set.mutateAsync({ channel, address });
          tell.done(say('saved'));
        }}
      />
    </section>
  );
}

/** Whether they are still there, and who says that it is they. */
function AddressState({ address }: { address: CustomerAddress }) {
  const say = useWords(addressWords);
  const dates = useDates();
  if (address.leftAt !== null)
    return <StatusTag meaning="neutral">{say('left', { at: dates.dayOfInstant(address.leftAt) })}</StatusTag>;
  return address.boundBy === 'hand' ? null : <StatusTag meaning="done">{say('bound')}</StatusTag>;
}

interface AddressDrawerProps {
  channel: AddressChannel | null;
  onClose: () => void;
  onSave: (channel: AddressChannel, address: string) => Promise<void>;
}

function AddressDrawer({ channel, onClose, onSave }: AddressDrawerProps) {
  const say = useWords(addressWords);
  const { required, fits } = useFieldRules();
  // While the drawer slides out it still shows what it was about.
  const [shown, setShown] = useState<AddressChannel>('wechat');
  if (channel !== null && channel !== shown) setShown(channel);
  return (
    <FormDrawer<{ address: string }>
      title={say(`channel.${shown}`)}
      open={channel !== null}
      onClose={onClose}
      start={{}}
      onSave={({ address }) => onSave(shown, address)}
    >
      <Form.Item
        name="address"
        label={say(`channel.${shown}`)}
        extra={say(`hint.${shown}`)}
        rules={[required, fits(addressShapes[shown])]}
      >
        <Input autoFocus maxLength={120} autoComplete="off" />
      </Form.Item>
    </FormDrawer>
  );
}
