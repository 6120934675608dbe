import { Button, Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import { ErrorMessage } from './error-message.tsx';
import { useFieldRules } from './field-rules.ts';

interface ReasonDialogProps {
  title: string;
  yes: string;
  label: string;
  shape: z.ZodType;
  /** Rejects with an ApiError if it could not be done; the dialog then stays and says why. */
  onYes: (reason: string) => Promise<unknown>;
  onClose: () => void;
  about?: ReactNode;
  hint?: string;
  /** What is often said, to be chosen and amended. */
  usual?: readonly string[];
  isDanger?: boolean;
  /** More than a line is to be said. */
  isLong?: boolean;
}

/** Asks why before something is done that wants its reason kept. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, yes, label, shape, onYes, onClose, about, hint, usual = [], isDanger, isLong } = props;
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ reason: string }>();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async ({ reason }: { reason: string }) => {
    setSaving(true);
    setError(null);
    try {
      await onYes(reason);
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      width={440}
      title={title}
      okText={yes}
      okButtonProps={{ danger: isDanger ?? false }}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {about && <p className="soft">{about}</p>}
      {usual.length > 0 && (
        <p className="line">
          {usual.map((reason) => (
            <Button key={reason} size="small" onClick={() => form.setFieldsValue({ reason })}>
              {reason}
            </Button>
          ))}
        </p>
      )}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item name="reason" label={label} extra={hint} rules={[required, fits(shape)]}>
          {isLong ? <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} /> : <Input autoFocus />}
        </Form.Item>
      </Form>
      {error !== null && <ErrorMessage error={error} />}
    </Modal>
  );
}
