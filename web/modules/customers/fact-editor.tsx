import { Button, Form } from 'antd';
import { useState } from 'react';
import type { Customer, EditCustomer } from '#domain/customers/contract.ts';
import { currentOf, fieldProblemsOf } from '#web/lib/api-error.ts';
import { useFieldWords } from '#web/lib/error-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ConflictDialog } from '#web/ui/conflict-dialog.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { useEditCustomer } from './api.ts';
import { useFactInput } from './fact-input.tsx';
import type { FactName } from './fact-names.ts';
import { TypedPhoneSharers } from './phone-sharers.tsx';
import { customersWords } from './words.ts';

interface FactEditorProps {
  /** As it was when the editing began: what others save meanwhile has to show as a conflict. */
  customer: Customer;
  name: FactName;
  label: string;
  shown: (value: unknown) => string | null;
  colleagues: readonly Colleague[];
  referrerName: string | null;
  onDone: () => void;
}

/** One fact, corrected where it stands. Enter saves, Escape leaves it as it was. */
export function FactEditor(props: FactEditorProps) {
  const { customer, name, label, shown, colleagues, referrerName, onDone } = props;
  const say = useWords(customersWords);
  const sayField = useFieldWords();
  const tell = useTell();
  const edit = useEditCustomer(customer.id);
  const [form] = Form.useForm<EditCustomer>();
  const [theirs, setTheirs] = useState<Record<string, unknown> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const typedPhone = Form.useWatch('phone', form);
  const { input, item } = useFactInput({ name, customer, colleagues, referrerName });

  const save = async (version: number) => {
    const value = form.getFieldValue(name) as unknown;
    // Nobody edits a masked number: an empty one leaves it.
    if (value === customer[name] || (name === 'phone' && !value)) return onDone();
    setTheirs(null);
    setFailure(null);
    try {
      await edit.mutateAsync({ version, change: { [name]: value } });
      tell.done(say('saved'));
      onDone();
    } catch (error) {
      const current = currentOf(error);
      if (current) return setTheirs(current);
      const [problem] = fieldProblemsOf(error);
      if (problem) form.setFields([{ name, errors: [sayField(problem.code)] }]);
      else setFailure(error);
    }
  };

  return (
    <Form<EditCustomer>
      form={form}
      className="fact-editor"
      name={`fact-${name}`}
      layout="vertical"
      initialValues={{ [name]: name === 'phone' ? null : customer[name] }}
      onFinish={() => void save(customer.version)}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <Form.Item name={name} {...item}>
        {input}
      </Form.Item>
      {name === 'phone' && <TypedPhoneSharers phone={typedPhone ?? null} except={customer.id} />}
      {failure !== null && <ErrorMessage error={failure} />}
      <div className="line">
        <Button type="primary" size="small" htmlType="submit" loading={edit.isPending}>
          {say('save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {say('leave')}
        </Button>
      </div>
      {theirs && (
        <ConflictDialog
          fields={[{ name, label, show: (value) => shown(value) ?? '–' }]}
          mine={form.getFieldsValue()}
          theirs={theirs}
          onKeepMine={() => void save(Number(theirs['version']))}
          onKeepTheirs={onDone}
          onBack={() => setTheirs(null)}
        />
      )}
    </Form>
  );
}
