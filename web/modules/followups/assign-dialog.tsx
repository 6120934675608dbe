import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { useAssignFollowups } from './api.ts';
import { followupsWords } from './words.ts';

interface AssignDialogProps {
  ids: readonly string[];
  colleagues: readonly Colleague[];
  onClose: () => void;
  onDone?: () => void;
}

/** Hands followups to one person, or back to everybody of the role. */
export function AssignDialog({ ids, colleagues, onClose, onDone }: AssignDialogProps) {
  const say = useWords(followupsWords);
  const tell = useTell();
  const me = useMe();
  const assign = useAssignFollowups();
  const [staffId, setStaffId] = useState<string | null>(me.staffId);

  const save = () =>
    assign.mutate(
      { ids, staffId },
      {
        onSuccess: () => {
          tell.done(say('assign.done', { count: ids.length }));
          onDone?.();
          onClose();
        },
      },
    );

  return (
    <Modal
      open
      width={420}
      title={say('assign.title', { count: ids.length })}
      okText={say('assign')}
      confirmLoading={assign.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={say('assign.to')} extra={say('assign.hint')}>
          <PersonSelect
            autoFocus
            allowClear
            placeholder={say('assign.role')}
            people={colleagues.filter(({ state }) => state === 'active')}
            value={staffId}
            onChange={(id) => setStaffId(id ?? null)}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </Form>
      <ErrorMessage error={assign.error} />
    </Modal>
  );
}
