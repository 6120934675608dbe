import { DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import type { DecideReleases } from '#domain/ownership/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { useDecideReleases, useReleasesPreview } from './api.ts';
import { useRefusalText } from './outlook-text.ts';
import { ownershipWords } from './words.ts';

export type Decision = 'pool' | 'give' | 'keep';

interface Wish {
  toId?: string;
  until?: Dayjs;
  reason?: string;
}

interface DecideDialogProps {
  decision: Decision;
  ids: readonly string[];
  colleagues: readonly Colleague[];
  onClose: () => void;
  onDone: () => void;
}

/** Shows what would change hands before anything does. */
export function DecideDialog({ decision, ids, colleagues, onClose, onDone }: DecideDialogProps) {
  const say = useWords(ownershipWords);
  const tell = useTell();
  const refusals = useRefusalText();
  const decide = useDecideReleases();
  const { required } = useFieldRules();
  const [form] = Form.useForm<Wish>();

  const save = (wish: Wish) =>
    decide.mutate(asDecision(decision, ids, wish), {
      onSuccess: ({ decided, refused }) => {
        const some = { count: decided, refused: refused.length, reasons: refusals(refused) };
        tell.done(refused.length === 0 ? say('decided', { count: decided }) : say('decided.some', some));
        onDone();
        onClose();
      },
    });

  return (
    <Modal
      open
      width={460}
      title={say(`decide.${decision}`, { count: ids.length })}
      okText={say(`decide.yes.${decision}`)}
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        {decision !== 'keep' && <Preview ids={ids} />}
        {decision === 'give' && (
          <Form.Item name="toId" label={say('to')} rules={[required]}>
            <PersonSelect
              autoFocus
              people={colleagues.filter(
                ({ state, role }) => state === 'active' && ['consultant', 'web_consultant'].includes(role),
              )}
            />
          </Form.Item>
        )}
        {decision === 'keep' && (
          <Form.Item name="until" label={say('until')} rules={[required]}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={say(decision === 'keep' ? 'reason' : 'reason.optional')}
          rules={decision === 'keep' ? [required] : []}
        >
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      <ErrorMessage error={decide.error} />
    </Modal>
  );
}

function Preview({ ids }: { ids: readonly string[] }) {
  const say = useWords(ownershipWords);
  const refusals = useRefusalText();
  const { data, error } = useReleasesPreview(ids);
  if (error) return <ErrorMessage error={error} />;
  if (!data) return <p className="soft">{say('preview.loading')}</p>;
  return (
    <p>
      {say('preview', { customers: data.customers, followups: data.followups })}
      {data.refused.length > 0 && (
        <>
          <br />
          {say('preview.refused', { count: data.refused.length, reasons: refusals(data.refused) })}
        </>
      )}
      <br />
      <span className="soft">{say('preview.cooldown')}</span>
    </p>
  );
}

function asDecision(decision: Decision, ids: readonly string[], wish: Wish): DecideReleases {
  const reason = wish.reason?.trim() || null;
  switch (decision) {
    case 'pool':
      return { decision, ids: [...ids], reason };
    case 'give':
      return { decision, ids: [...ids], toId: wish.toId!, reason };
    case 'keep':
      return { decision, ids: [...ids], until: wish.until!.format('YYYY-MM-DD'), reason: reason! };
  }
}
