import { Form, Input } from 'antd';
import { CreateTeam, teamKinds, type Team } from '#domain/staff/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { Select } from '#web/ui/select.tsx';
import { useEditTeam } from './api.ts';
import { staffWords } from './words.ts';

/** Another name or kind; where a team works stays as it was made. */
export function EditTeamDrawer({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const say = useWords(staffWords);
  const sayClinic = useWords(clinicWords);
  const tell = useTell();
  const edit = useEditTeam();
  const { required, fits } = useFieldRules();

  return (
    <FormDrawer<Pick<Team, 'name' | 'kind'>>
      title={team ? say('team.edit', { name: team.name }) : ''}
      open={team !== null}
      onClose={onClose}
      start={team ?? {}}
      {...(team && { version: team.version })}
      compare={[
        { name: 'name', label: say('team.name') },
        {
          name: 'kind',
          label: say('team.kind'),
          show: (kind) => sayClinic(`team.${kind as Team['kind']}`),
        },
      ]}
      onSave={async (change, version) => {
        await edit.mutateAsync({ id: team!.id, version, change });
        tell.done(say('saved'));
      }}
    >
      <Form.Item name="name" label={say('team.name')} rules={[required, fits(CreateTeam.shape.name)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={say('team.kind')} rules={[required]}>
        <Select options={teamKinds.map((kind) => ({ value: kind, label: sayClinic(`team.${kind}`) }))} />
      </Form.Item>
    </FormDrawer>
  );
}
