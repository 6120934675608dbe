import { Button, Drawer, Form, type FormInstance } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { currentOf, fieldProblemsOf } from '#web/lib/api-error.ts';
import { useFieldWords } from '#web/lib/error-words.ts';
import { useNarrowScreen } from '#web/lib/narrow-screen.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm } from './confirm.tsx';
import { ConflictDialog, type ConflictField } from './conflict-dialog.tsx';
import { ErrorMessage } from './error-message.tsx';
import { uiWords } from './words.ts';

interface FormDrawerProps<Values extends object> {
  title: string;
  open: boolean;
  onClose: () => void;
  /** What the form starts with, read anew each time it opens. */
  start: Partial<Values>;
  /** The version of the thing that is edited; handed back to `onSave`, the newer one after a conflict. */
  version?: number;
  /** Rejects with an ApiError if it could not be saved; the form then stays as it is. */
  onSave: (values: Values, version: number | undefined) => Promise<unknown>;
  /** What to show of both versions when somebody else saved first. */
  compare?: ConflictField[];
  saveLabel?: string;
  width?: number;
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/** The one way to fill in a form about one thing: a drawer over the list it belongs to. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const {
    title,
    open,
    onClose,
    start,
    version,
    onSave,
    compare = [],
    saveLabel,
    width = 480,
    children,
  } = props;
  const say = useWords(uiWords);
  const sayField = useFieldWords();
  const confirm = useConfirm();
  const narrow = useNarrowScreen();
  const [form] = Form.useForm<Values>();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Record<string, unknown> | null>(null);

  useEffect(() => {
    if (!open) return;
    form.resetFields();
    form.setFieldsValue(start as never);
    setError(null);
    // Only opening fills the form: the list behind it may be read again while somebody types.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open, form]);

  const save = async (onVersion: number | undefined) => {
    setSaving(true);
    setError(null);
    setTheirs(null);
    try {
      await onSave(form.getFieldsValue(), onVersion);
      onClose();
    } catch (reason) {
      const current = currentOf(reason);
      if (current) return setTheirs(current);
      setError(reason);
      for (const { path, code } of fieldProblemsOf(reason)) {
        form.setFields([{ name: path.split('.') as never, errors: [sayField(code)] }]);
      }
    } finally {
      setSaving(false);
    }
  };

  const close = async () => {
    const untouched = !form.isFieldsTouched();
    const words = {
      title: say('discard.title'),
      text: say('discard.text'),
      yes: say('discard.yes'),
      no: say('discard.no'),
    };
    if (untouched || (await confirm({ ...words, dangerous: true }))) onClose();
  };

  return (
    <Drawer
      title={title}
      open={open}
      onClose={() => void close()}
      size={narrow ? '100%' : width}
      destroyOnHidden
      forceRender
      footer={
        <div className="line" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={() => void close()}>{say('cancel')}</Button>
          <Button type="primary" loading={saving} onClick={() => form.submit()}>
            {saveLabel ?? say('save')}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={(label, { required }) => (required ? label : <span className="soft">{label}</span>)}
        scrollToFirstError
        onFinish={() => void save(version)}
      >
        {error !== null && (
          <div style={{ marginBottom: 16 }}>
            <ErrorMessage error={error} />
          </div>
        )}
        {typeof children === 'function' ? children(form) : children}
      </Form>
      {theirs && (
        <ConflictDialog
          fields={compare}
          mine={form.getFieldsValue() as Record<string, unknown>}
          theirs={theirs}
          onKeepMine={() => void save(Number(theirs['version']))}
          onKeepTheirs={onClose}
          onBack={() => setTheirs(null)}
        />
      )}
    </Drawer>
  );
}
