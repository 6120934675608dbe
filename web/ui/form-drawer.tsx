import { Button, Drawer, Form, type FormInstance } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { currentOf, fieldProblemsOf } from '#web/lib/api-error.ts';
import { useFieldWords } from '#web/lib/error-words.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
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
  const { title, open, onClose, saveLabel, width = 480 } = props;
  const say = useWords(uiWords);
  const confirm = useConfirm();
  const narrow = useNarrowScreen();
  const formId = useId();
  const [saving, setSaving] = useState(false);
  const [touched, setTouched] = useState(false);
  // While the drawer slides out, its caller may have let go of what the title speaks of.
  const [shownTitle, setShownTitle] = useState(title);
  if (open && shownTitle !== title) setShownTitle(title);

  const close = async () => {
    const leaves =
      !touched ||
      (await confirm({
        title: say('discard.title'),
        text: say('discard.text'),
        yes: say('discard.yes'),
        no: say('discard.no'),
        dangerous: true,
      }));
    if (leaves) onClose();
  };

  return (
    <Drawer
      title={shownTitle}
      open={open}
      onClose={() => void close()}
      afterOpenChange={(isOpen) => !isOpen && setTouched(false)}
      size={narrow ? '100%' : width}
      destroyOnHidden
      footer={
        <div className="line" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={() => void close()}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={formId} loading={saving}>
            {saveLabel ?? say('save')}
          </Button>
        </div>
      }
    >
      <OpenForm {...props} formId={formId} onSaving={setSaving} onTouched={() => setTouched(true)} />
    </Drawer>
  );
}

interface OpenFormProps<Values extends object> extends FormDrawerProps<Values> {
  formId: string;
  onSaving: (saving: boolean) => void;
  onTouched: () => void;
}

/** The form of one opening of the drawer; it is gone with what it held when the drawer has closed. */
function OpenForm<Values extends object>(props: OpenFormProps<Values>) {
  const { formId, start, version, onSave, onClose, onSaving, onTouched, compare = [], children } = props;
  const sayField = useFieldWords();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Record<string, unknown> | null>(null);

  const save = async (onVersion: number | undefined) => {
    onSaving(true);
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
      onSaving(false);
    }
  };

  return (
    <>
      <Form<Values>
        name={formId}
        form={form}
        layout="vertical"
        initialValues={start}
        requiredMark={(label, { required }) => (required ? label : <span className="soft">{label}</span>)}
        scrollToFirstError
        onValuesChange={onTouched}
        onFinish={() => void save(version)}
      >
        {error !== null && (
          <div style={{ marginBottom: 16 }} ref={intoView}>
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
    </>
  );
}

/** Whoever saved from the end of a long form sees why it was not saved. */
function intoView(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'center' });
}
