import { App, Button, DatePicker, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { dayAt } from '#domain/base/time.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useMay, useTimeZone } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useNoteDeparture, useWithdrawDeparture } from './api.ts';
import { followupsWords } from './words.ts';

type Leaver = Pick<Customer, 'id' | 'name' | 'deceasedOn' | 'movedAwayOn'>;
const kinds = ['moved-away', 'deceased'] as const;

/** That somebody died or moved away: asked twice, and taken back where it was a mistake. */
export function DepartureButton({ customer }: { customer: Leaver }) {
  const say = useWords(followupsWords);
  const mayWrite = useMay('customers.write');
  const [isAsking, setAsking] = useState(false);
  const isGone = customer.deceasedOn !== null || customer.movedAwayOn !== null;
  if (!mayWrite) return null;
  if (isGone) return <BackButton customer={customer} />;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('gone')}</Button>
      {isAsking && <DepartureDialog customer={customer} onClose={() => setAsking(false)} />}
    </>
  );
}

function BackButton({ customer }: { customer: Leaver }) {
  const say = useWords(followupsWords);
  const tell = useTell();
  const confirm = useConfirm();
  const withdraw = useWithdrawDeparture(customer.id);
  const ask = () =>
    void confirm({
      title: say('gone.back.title', { name: customer.name }),
      text: say('gone.back.text'),
      yes: say('gone.back'),
      onYes: async () => {
        await withdraw.mutateAsync();
        tell.done(say('gone.back.done'));
      },
    });
  return <Button onClick={ask}>{say('gone.back')}</Button>;
}

function DepartureDialog({ customer, onClose }: { customer: Leaver; onClose: () => void }) {
  const say = useWords(followupsWords);
  const tell = useTell();
  const { notification } = App.useApp();
  const note = useNoteDeparture(customer.id);
  const withdraw = useWithdrawDeparture(customer.id);
  const today = dayAt(serverNow(), useTimeZone());
  const [kind, setKind] = useState<(typeof kinds)[number]>('moved-away');
  const [on, setOn] = useState(today);

  const undo = async () => {
    notification.destroy('departure');
    try {
      await withdraw.mutateAsync();
      tell.done(say('gone.back.done'));
    } catch (error) {
      tell.failed(error);
    }
  };
  const save = () =>
    note.mutate(
      { kind, on },
      {
        onSuccess: ({ endedFollowups }) => {
          notification.success({
            key: 'departure',
            title: say('gone.done', { count: endedFollowups }),
            duration: 12,
            actions: <Button onClick={() => void undo()}>{say('assign.undo')}</Button>,
          });
          onClose();
        },
      },
    );

  return (
    <Modal
      open
      width={440}
      title={say('gone.title', { name: customer.name })}
      okText={say('gone.save')}
      okButtonProps={{ danger: true }}
      confirmLoading={note.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <p>{say('gone.text')}</p>
      <Form layout="vertical">
        <Form.Item label={say('gone.kind')}>
          <Radio.Group
            value={kind}
            options={kinds.map((value) => ({ value, label: say(`gone.${value}`) }))}
            onChange={({ target }) => setKind(target.value as typeof kind)}
          />
        </Form.Item>
        <Form.Item label={say('day')}>
          <DatePicker
            aria-label={say('day')}
            allowClear={false}
            maxDate={pickable(today)}
            value={pickable(on)}
            onChange={(day) => day && setOn(pickedDay(day))}
          />
        </Form.Item>
        <p className="soft">{say('gone.others')}</p>
      </Form>
      <ErrorMessage error={note.error} />
    </Modal>
  );
}
