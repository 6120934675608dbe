import { Checkbox, Form, Input } from 'antd';
import type { z } from 'zod';
import { CreateApiKey, type NewApiKey } from '#domain/staff/contract.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useCreateApiKey } from './api.ts';
import { staffWords } from './words.ts';

interface AddApiKeyDrawerProps {
  open: boolean;
  onClose: () => void;
  onMade: (made: z.infer<typeof NewApiKey>) => void;
}

/** A key may hold no more than the person who makes it. */
export function AddApiKeyDrawer({ open, onClose, onMade }: AddApiKeyDrawerProps) {
  const say = useWords(staffWords);
  const { permissions } = useMe();
  const create = useCreateApiKey();
  const { required, fits } = useFieldRules();

  return (
    <FormDrawer<CreateApiKey>
      title={say('key.add')}
      open={open}
      onClose={onClose}
      start={{ permissions: [] }}
      onSave={async (fields) => onMade(await create.mutateAsync(fields))}
    >
      <Form.Item
        name="name"
        label={say('key.name')}
        extra={say('key.name.hint')}
        rules={[required, fits(CreateApiKey.shape.name)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="permissions" label={say('key.permissions')} rules={[required]}>
        <Checkbox.Group className="rows" style={{ flexWrap: 'nowrap', gap: 6 }}>
          {permissions.map((permission) => (
            <Checkbox key={permission} value={permission}>
              {say(`may.${permission}`)}
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
    </FormDrawer>
  );
}
