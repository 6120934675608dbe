import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { LeftOwner } from '#domain/handovers/contract.ts';
import type { OwnerKind } from '#domain/ownership/owner-kind.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { PeopleSelect, type Colleague } from '#web/ui/person-select.tsx';
import { usePlaceCustomers, usePlacingPreview } from './api.ts';
import { Refusals } from './refusals.tsx';
import { handoverWords } from './words.ts';

interface PlaceDialogProps {
  owner: LeftOwner;
  kind: OwnerKind;
  colleagues: readonly Colleague[];
  onClose: () => void;
}

/** Where the customers of somebody who left go, with what would happen before it does. */
export function PlaceDialog({ owner, kind, colleagues, onClose }: PlaceDialogProps) {
  const say = useWords(handoverWords);
  const tell = useTell();
  const [toPool, setToPool] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const toIds = toPool ? [] : chosen;
  const isAsked = toPool || chosen.length > 0;
  const preview = usePlacingPreview(owner.id, isAsked ? { kind, toIds } : null);
  const place = usePlaceCustomers(owner.id);
  const count = isAsked ? (preview.data?.moved ?? 0) : 0;

  const save = () =>
    place.mutate(
      { kind, toIds, reason: reason.trim() || null },
      {
        onSuccess: ({ moved, refusedTotal }) => {
          tell.done(
            refusedTotal === 0
              ? say('place.done', { count: moved })
              : say('transfer.some', { count: moved, refused: refusedTotal }),
          );
          onClose();
        },
      },
    );

  return (
    <Modal
      open
      width={520}
      title={say('place.title', { name: owner.name, count: owner.counts[kind] })}
      okText={count > 0 ? say('place.yes', { count }) : say('left.place')}
      okButtonProps={{ disabled: count === 0 }}
      confirmLoading={place.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={say('place.how')}>
          <Radio.Group
            value={toPool}
            onChange={({ target }) => setToPool(target.value as boolean)}
            options={[
              { value: false, label: say('place.colleagues') },
              { value: true, label: say('place.pool') },
            ]}
          />
        </Form.Item>
        {!toPool && (
          <Form.Item label={say('place.to')}>
            <PeopleSelect
              aria-label={say('place.to')}
              people={colleagues.filter(({ state }) => state === 'active')}
              value={chosen}
              onChange={setChosen}
            />
          </Form.Item>
        )}
        <Form.Item label={say('reason')}>
          <Input
            aria-label={say('reason')}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      {toPool && <p className="soft">{say('place.pool.text')}</p>}
      {isAsked && preview.data && (
        <div role="status" className="handover-preview">
          <ul className="plain-list">
            {preview.data.shares.map(({ staffId, name, customers, best }) => (
              <li key={staffId}>{say('place.share', { name, count: customers, best })}</li>
            ))}
          </ul>
          <p>{say('preview.followups', { count: preview.data.followups })}</p>
          <Refusals refused={preview.data.refused} total={preview.data.refusedTotal} />
        </div>
      )}
      <ErrorMessage error={preview.error ?? place.error} />
    </Modal>
  );
}
