import { DatePicker, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { MovePreview, ProtocolView } from '#domain/followups/protocol-contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { LoadingState } from '#web/ui/states.tsx';
import { useMovePreview, usePublishDraft } from './api.ts';
import { protocolWords } from './words.ts';

interface PublishDialogProps {
  view: ProtocolView;
  isOpen: boolean;
  onClose: () => void;
}

/** From when the draft counts, and what becomes of the plans that are made: shown before it is decided. */
export function PublishDialog({ view, isOpen, onClose }: PublishDialogProps) {
  const say = useWords(protocolWords);
  const tell = useTell();
  const today = dayAt(serverNow(), useDates().zone);
  const publish = usePublishDraft(view.code);
  const [effectiveOn, setEffectiveOn] = useState<CalendarDate | null>(null);
  const [made, setMade] = useState<'keep' | 'move'>('keep');
  const [note, setNote] = useState('');
  const preview = useMovePreview(
    view.code,
    { draftVersion: view.version, effectiveOn },
    isOpen && view.history.length > 0,
  );
  const isLater = effectiveOn !== null && effectiveOn > today;
  const go = async () => {
    try {
      await publish.mutateAsync({ version: view.version, effectiveOn, made, note: note.trim() || null });
      tell.done(say('publish.done'));
      onClose();
    } catch {
      // Said in the dialog.
    }
  };

  return (
    <Modal
      open={isOpen}
      title={say('publish.title')}
      okText={say('publish')}
      cancelText={say('publish.cancel')}
      confirmLoading={publish.isPending}
      onOk={() => void go()}
      onCancel={onClose}
      width={620}
      destroyOnHidden
    >
      <div className="rows publish">
        <div>
          <h3>{say('publish.when')}</h3>
          <div className="line">
            <Radio.Group
              value={effectiveOn === null ? 'now' : 'day'}
              onChange={({ target }) => setEffectiveOn(target.value === 'now' ? null : today)}
              options={[
                { value: 'now', label: say('publish.now') },
                { value: 'day', label: say('publish.day') },
              ]}
            />
            {effectiveOn !== null && (
              <DatePicker
                aria-label={say('publish.day')}
                allowClear={false}
                minDate={pickable(today)}
                value={pickable(effectiveOn)}
                onChange={(picked) => picked && !Array.isArray(picked) && setEffectiveOn(pickedDay(picked))}
              />
            )}
          </div>
        </div>
        {view.history.length > 0 && (
          <div>
            <h3>{say('publish.made')}</h3>
            <Radio.Group
              value={made}
              onChange={({ target }) => setMade(target.value as typeof made)}
              className="rows"
              options={[
                { value: 'keep', label: say('publish.keep') },
                { value: 'move', label: say(isLater ? 'publish.move-then' : 'publish.move') },
              ]}
            />
            {preview.data && <Change preview={preview.data} isLater={isLater} />}
            {preview.error && <ErrorMessage error={preview.error} />}
            {preview.isLoading && <LoadingState rows={2} />}
          </div>
        )}
        <Input
          aria-label={say('publish.note')}
          placeholder={say('publish.note')}
          maxLength={300}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {publish.error && <ErrorMessage error={publish.error} />}
      </div>
    </Modal>
  );
}

function Change({ preview, isLater }: { preview: MovePreview; isLater: boolean }) {
  const say = useWords(protocolWords);
  const wording = useWording();
  const dates = useDates();
  const { plans, changed, added, kept, examples } = preview;
  if (changed + added === 0) return <p className="soft">{say('move.nothing', { plans })}</p>;
  return (
    <>
      <p className="soft">
        {isLater && say('move.as-now')}
        {say('move.counts', { plans, changed, added, kept })}
      </p>
      <ul className="examples">
        {examples.slice(0, 5).map((each, at) => (
          <li key={at}>
            {each.customerName} · {wording(each.stepName)}:{' '}
            {each.dueBefore === null
              ? say('move.new', { after: dates.dayOfInstant(each.dueAfter) })
              : say('move.moved', {
                  before: dates.dayOfInstant(each.dueBefore),
                  after: dates.dayOfInstant(each.dueAfter),
                })}
          </li>
        ))}
      </ul>
    </>
  );
}
