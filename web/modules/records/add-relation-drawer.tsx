import { Checkbox, Form, Input, Segmented } from 'antd';
import type { ComponentType } from 'react';
import { AddRelation } from '#domain/records/contract.ts';
import { relationKinds, type RelationKind } from '#domain/records/relations.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { Select } from '#web/ui/select.tsx';
import { useAddRelation } from './api.ts';
import { recordsWords } from './words.ts';

/** A field to choose a customer in, handed in by the page. */
export type PickCustomer = ComponentType<{
  value?: string | null;
  onChange?: (id: string | null) => void;
  except?: string;
}>;

interface AddRelationDrawerProps {
  customerId: string;
  pickCustomer: PickCustomer;
  needsGuardian: boolean;
  open: boolean;
  onClose: () => void;
}

interface RelationFields {
  who: 'customer' | 'outsider';
  kind: RelationKind;
  isGuardian: boolean;
  relativeId?: string | null;
  name?: string | null;
  phone?: string | null;
}

export function AddRelationDrawer(props: AddRelationDrawerProps) {
  const { customerId, pickCustomer: Pick, needsGuardian, open, onClose } = props;
  const say = useWords(recordsWords);
  const tell = useTell();
  const { required, fits } = useFieldRules();
  const add = useAddRelation(customerId);
  const { shape } = AddRelation;

  return (
    <FormDrawer<RelationFields>
      title={say('people.add')}
      open={open}
      onClose={onClose}
      start={{ who: 'customer', kind: needsGuardian ? 'parent' : 'spouse', isGuardian: needsGuardian }}
      onSave={async ({ who, relativeId = null, name = null, phone = null, ...relation }) => {
        const other = who === 'customer' ? { relativeId } : { name, phone };
        await add.mutateAsync({ ...relation, ...other });
        tell.done(say('saved'));
      }}
    >
      <Form.Item name="who" label={say('relative.who')}>
        <Segmented
          options={(['customer', 'outsider'] as const).map((who) => ({
            value: who,
            label: say(`relative.${who}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['who']}>
        {({ getFieldValue }) =>
          getFieldValue('who') === 'customer' ? (
            <Form.Item name="relativeId" label={say('relative.pick')} rules={[required]}>
              <Pick except={customerId} />
            </Form.Item>
          ) : (
            <>
              <Form.Item name="name" label={say('name')} rules={[required, fits(shape.name)]}>
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name="phone" label={say('phone')} {...emptyIsNull} rules={[fits(shape.phone)]}>
                <Input inputMode="tel" autoComplete="off" />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
      <Form.Item name="kind" label={say('kind.label')}>
        <Select options={relationKinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="isGuardian" valuePropName="checked" extra={needsGuardian && say('guardian.hint')}>
        <Checkbox>{say('guardian.is')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
