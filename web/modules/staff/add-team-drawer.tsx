import { Form, Input } from 'antd';
import { CreateTeam, teamKinds } from '#domain/staff/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { Select } from '#web/ui/select.tsx';
import { useClinics, useCreateTeam } from './api.ts';
import { staffWords } from './words.ts';

interface Fields {
  name: string;
  kind: (typeof teamKinds)[number];
  clinicId?: string;
}

export function AddTeamDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(staffWords);
  const sayClinic = useWords(clinicWords);
  const tell = useTell();
  const create = useCreateTeam();
  const clinics = useClinics();
  const { required, fits } = useFieldRules();

  return (
    <FormDrawer<Fields>
      title={say('team.add')}
      open={open}
      onClose={onClose}
      start={{ kind: 'cs' }}
      onSave={async ({ clinicId, ...fields }) => {
        await create.mutateAsync({ ...fields, clinicId: clinicId ?? null });
        tell.done(say('saved'));
      }}
    >
      <Form.Item name="name" label={say('team.name')} rules={[required, fits(CreateTeam.shape.name)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={say('team.kind')} rules={[required]}>
        <Select options={teamKinds.map((kind) => ({ value: kind, label: sayClinic(`team.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="clinicId" label={say('team.clinic')}>
        <Select
          allowClear
          placeholder={say('team.clinic.none')}
          options={clinics.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      </Form.Item>
    </FormDrawer>
  );
}
