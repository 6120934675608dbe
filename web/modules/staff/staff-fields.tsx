import { Checkbox, Form, Input, Switch } from 'antd';
import { InviteStaff } from '#domain/staff/contract.ts';
import { mayGrantRole, mayTreat } from '#domain/staff/permissions.ts';
import { roles, type Role } from '#domain/staff/role.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { useClinics, useTeams } from './api.ts';
import { staffWords } from './words.ts';

/** What is said about a member of staff, for the invitation and for an edit alike. */
export function StaffFields() {
  const say = useWords(staffWords);
  const sayClinic = useWords(clinicWords);
  const { permissions } = useMe();
  const { required, fits } = useFieldRules();
  const clinics = useClinics();
  const teams = useTeams();
  const role: Role | undefined = Form.useWatch('role');
  const allClinics: boolean = Form.useWatch('allClinics') ?? false;

  return (
    <>
      <Form.Item name="name" label={say('name')} rules={[required, fits(InviteStaff.shape.name)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={say('role')} extra={say('role.more')} rules={[required]}>
        <Select
          options={roles.map((role) => ({
            value: role,
            label: sayClinic(`role.${role}`),
            disabled: !mayGrantRole(permissions, role),
          }))}
        />
      </Form.Item>
      {role !== undefined && role !== 'doctor' && mayTreat(role) && (
        <Form.Item name="treats" valuePropName="checked" extra={say('treats.more')}>
          <Checkbox>{say('treats')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="allClinics" label={say('clinics.all')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {!allClinics && (
        <Form.Item name="clinicIds" label={say('clinics.which')} rules={[required]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={clinics.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        </Form.Item>
      )}
      <Form.Item name="teamIds" label={say('teams')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={teams.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      </Form.Item>
    </>
  );
}
