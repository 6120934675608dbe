import { Form, Input } from 'antd';
import { CreateClinic, EditClinic, type Clinic } from '#domain/staff/contract.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { TimeZoneSelect } from '#web/ui/time-zone-select.tsx';
import { useCreateClinic, useEditClinic } from './api.ts';
import { staffWords } from './words.ts';

export function AddClinicDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(staffWords);
  const { organization } = useMe();
  const tell = useTell();
  const create = useCreateClinic();
  const { required } = useFieldRules();

  return (
    <FormDrawer<{ name: string; timezone: string }>
      title={say('clinic.add')}
      open={open}
      onClose={onClose}
      start={{ timezone: organization.timezone }}
      onSave={async (fields) => {
        await create.mutateAsync(fields);
        tell.done(say('saved'));
      }}
    >
      <NameField />
      <Form.Item
        name="timezone"
        label={say('clinic.timezone')}
        extra={say('clinic.timezone.hint')}
        rules={[required]}
      >
        <TimeZoneSelect />
      </Form.Item>
    </FormDrawer>
  );
}

export function EditClinicDrawer({ clinic, onClose }: { clinic: Clinic | null; onClose: () => void }) {
  const say = useWords(staffWords);
  const tell = useTell();
  const edit = useEditClinic();
  const { fits } = useFieldRules();

  return (
    <FormDrawer<Pick<Clinic, 'name' | 'address' | 'phone'>>
      title={clinic ? say('clinic.edit', { name: clinic.name }) : ''}
      open={clinic !== null}
      onClose={onClose}
      start={clinic ?? {}}
      {...(clinic && { version: clinic.version })}
      compare={[
        { name: 'name', label: say('clinic.name') },
        { name: 'address', label: say('clinic.address') },
        { name: 'phone', label: say('clinic.phone') },
      ]}
      onSave={async (change, version) => {
        await edit.mutateAsync({ id: clinic!.id, version, change });
        tell.done(say('saved'));
      }}
    >
      <NameField />
      <Form.Item
        name="address"
        {...emptyIsNull}
        label={say('clinic.address')}
        extra={say('clinic.address.hint')}
        rules={[fits(EditClinic.shape.address)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        {...emptyIsNull}
        label={say('clinic.phone')}
        rules={[fits(EditClinic.shape.phone)]}
      >
        <Input autoComplete="off" inputMode="tel" />
      </Form.Item>
    </FormDrawer>
  );
}

function NameField() {
  const say = useWords(staffWords);
  const { required, fits } = useFieldRules();
  return (
    <Form.Item name="name" label={say('clinic.name')} rules={[required, fits(CreateClinic.shape.name)]}>
      <Input autoComplete="off" />
    </Form.Item>
  );
}
