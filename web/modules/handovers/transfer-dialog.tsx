import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import type { TransferPreview, WhichCustomers } from '#domain/handovers/contract.ts';
import { ownerKinds, type OwnerKind } from '#domain/ownership/owner-kind.ts';
import { doersFirst } from '#domain/staff/role.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { transferPart, useTransferPreview } from './api.ts';
import type { Names } from './handover-sheet.tsx';
import { Refusals } from './refusals.tsx';
import { handoverWords } from './words.ts';
import './handovers.css';

interface TransferDialogProps {
  which: WhichCustomers;
  colleagues: readonly Colleague[];
  names: Names;
  onClose: () => void;
  onDone: () => void;
}

interface Progressing {
  looked: number;
  moved: number;
  refused: number;
}

/** Hands many customers to a colleague: first what would happen, then part by part until all are done. */
export function TransferDialog({ which, colleagues, names, onClose, onDone }: TransferDialogProps) {
  const say = useWords(handoverWords);
  const tell = useTell();
  const client = useQueryClient();
  const [kind, setKind] = useState<OwnerKind>('consultant');
  const [toId, setToId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [progress, setProgress] = useState<Progressing | null>(null);
  const preview = useTransferPreview(progress === null && toId !== null ? { which, kind, toId } : null);
  const all = preview.data ? preview.data.moved + preview.data.refusedTotal : 0;
  const [expected, setExpected] = useState(0);

  const transfer = async (to: string) => {
    const wish = { which, kind, toId: to, reason: reason.trim() || null };
    const done: Progressing = { looked: 0, moved: 0, refused: 0 };
    let after: string | null = null;
    setExpected(all);
    setProgress(done);
    try {
      do {
        const part = await transferPart({ ...wish, after });
        done.looked += part.looked;
        done.moved += part.moved;
        done.refused += part.refusedTotal;
        setProgress({ ...done });
        after = part.next;
      } while (after !== null);
      tell.done(
        done.refused === 0
          ? say('transfer.done', { count: done.moved })
          : say('transfer.some', { count: done.moved, refused: done.refused }),
      );
      onDone();
      onClose();
    } catch (error) {
      tell.failed(error);
      setProgress(null);
    } finally {
      void client.invalidateQueries();
    }
  };

  const count = preview.data?.moved ?? 0;
  return (
    <Modal
      open
      width={520}
      title={say('transfer.title')}
      okText={count > 0 ? say('transfer.yes', { count }) : say('transfer')}
      okButtonProps={{ disabled: count === 0 }}
      confirmLoading={progress !== null}
      mask={{ closable: progress === null }}
      onOk={() => toId !== null && void transfer(toId)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={say('kind')}>
          <Select
            aria-label={say('kind')}
            value={kind}
            disabled={progress !== null}
            onChange={setKind}
            options={ownerKinds.map((value) => ({ value, label: names.ownerKind(value) }))}
          />
        </Form.Item>
        <Form.Item label={say('to')}>
          <PersonSelect
            aria-label={say('to')}
            people={firstOf(kind, colleagues)}
            value={toId}
            disabled={progress !== null}
            onChange={setToId}
          />
        </Form.Item>
        <Form.Item label={say('reason')}>
          <Input
            aria-label={say('reason')}
            maxLength={300}
            value={reason}
            disabled={progress !== null}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      {progress === null ? (
        <WhatWouldHappen chosen={toId !== null} preview={preview.data} error={preview.error} />
      ) : (
        <div role="status">
          <Progress percent={expected === 0 ? 0 : Math.floor((progress.looked / expected) * 100)} />
          <p className="soft">
            {say('transfer.progress', { looked: progress.looked, moved: progress.moved })}
          </p>
        </div>
      )}
    </Modal>
  );
}

interface WhatWouldHappenProps {
  chosen: boolean;
  preview: TransferPreview | undefined;
  error: unknown;
}

function WhatWouldHappen({ chosen, preview, error }: WhatWouldHappenProps) {
  const say = useWords(handoverWords);
  if (error) return <ErrorMessage error={error} />;
  if (!chosen) return <p className="soft">{say('preview.wait')}</p>;
  if (!preview) return <p className="soft">{say('preview.loading')}</p>;
  return (
    <div role="status" className="handover-preview">
      <p>
        <b>{preview.moved > 0 ? say('preview.moves', { count: preview.moved }) : say('transfer.none')}</b>
      </p>
      {preview.moved > 0 && <p>{say('preview.followups', { count: preview.followups })}</p>}
      <Refusals refused={preview.refused} total={preview.refusedTotal} />
    </div>
  );
}

/** Those of the post first, then everybody else who works here. */
function firstOf(kind: OwnerKind, colleagues: readonly Colleague[]): Colleague[] {
  return doersFirst(
    colleagues.filter(({ state }) => state === 'active'),
    [kind],
  );
}
