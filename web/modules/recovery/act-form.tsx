import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useLeaveGuard } from '#web/ui/leave-guard.ts';
import { recoveryWords } from './words.ts';

interface Way {
  label: string;
  primary?: boolean;
  disabled?: boolean;
  /** What the typed words, and the other fields, become. */
  send: (values: Record<string, unknown>) => Promise<unknown>;
}

interface ActFormProps {
  /** What the words are; they are always asked for. */
  label: string;
  name: string;
  rows?: number;
  ways: readonly Way[];
  hint?: ReactNode;
  children?: ReactNode;
}

/** Words about what was done, and one or two buttons for what follows from them. */
export function ActForm({ label, name, rows = 3, ways, hint, children }: ActFormProps) {
  const say = useWords(recoveryWords);
  const tell = useTell();
  const { required } = useFieldRules();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [sending, setSending] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isWritten, setIsWritten] = useState(false);
  useLeaveGuard(isWritten);

  const send = async (way: Way) => {
    const values = await form.validateFields().catch(() => null);
    if (values === null) return;
    setSending(way.label);
    setError(null);
    try {
      await way.send(values);
      setIsWritten(false);
      form.resetFields();
      tell.done(say('done'));
    } catch (reason) {
      setError(reason);
    } finally {
      setSending(null);
    }
  };

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onValuesChange={(_, all: Record<string, unknown>) => setIsWritten(Boolean(all[name]))}
    >
      {children}
      <Form.Item name={name} label={label} rules={[required]} extra={hint}>
        <Input.TextArea autoSize={{ minRows: rows, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
      {error !== null && <ErrorMessage error={error} />}
      <div className="line">
        {ways.map((way) => (
          <Button
            key={way.label}
            type={way.primary ? 'primary' : 'default'}
            disabled={way.disabled ?? false}
            loading={sending === way.label}
            onClick={() => void send(way)}
          >
            {way.label}
          </Button>
        ))}
      </div>
    </Form>
  );
}
