import type { z } from 'zod';
import type { Invitation, InviteStaff, StaffMember } from '#domain/staff/contract.ts';
import { mayTreat } from '#domain/staff/permissions.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useEditStaff, useInviteStaff, useClinics, useTeams } from './api.ts';
import { StaffFields } from './staff-fields.tsx';
import { staffWords } from './words.ts';

type Fields = Required<Pick<InviteStaff, 'name' | 'role' | 'allClinics' | 'clinicIds' | 'teamIds'>> & {
  treats?: boolean;
};

interface InviteDrawerProps {
  open: boolean;
  onClose: () => void;
  onInvited: (invitation: z.infer<typeof Invitation>) => void;
}

export function InviteStaffDrawer({ open, onClose, onInvited }: InviteDrawerProps) {
  const say = useWords(staffWords);
  const invite = useInviteStaff();
  const clinics = useClinics();
  const only = clinics.data?.items.length === 1 ? [clinics.data.items[0]!.id] : [];

  return (
    <FormDrawer<Fields>
      title={say('invite')}
      saveLabel={say('invite')}
      open={open}
      onClose={onClose}
      start={{ role: 'cs_agent', allClinics: false, clinicIds: only, teamIds: [] }}
      onSave={async (fields) => onInvited(await invite.mutateAsync(consistent(fields)))}
    >
      <StaffFields />
    </FormDrawer>
  );
}

interface EditDrawerProps {
  member: StaffMember | null;
  onClose: () => void;
}

export function EditStaffDrawer({ member, onClose }: EditDrawerProps) {
  const say = useWords(staffWords);
  const sayClinic = useWords(clinicWords);
  const tell = useTell();
  const edit = useEditStaff();
  const clinics = useClinics();
  const teams = useTeams();
  const listed = useListed();
  const namesIn = (items: readonly { id: string; name: string }[] | undefined) => (ids: unknown) =>
    listed(
      ((ids as string[] | undefined) ?? []).map((id) => items?.find((item) => item.id === id)?.name ?? id),
    );

  return (
    <FormDrawer<Fields>
      title={member ? say('edit.title', { name: member.name }) : ''}
      open={member !== null}
      onClose={onClose}
      start={member ?? {}}
      {...(member && { version: member.version })}
      onSave={async (fields, version) => {
        await edit.mutateAsync({ id: member!.id, version, change: consistent(fields) });
        tell.done(say('saved'));
      }}
      compare={[
        { name: 'name', label: say('name') },
        { name: 'role', label: say('role'), show: (role) => sayClinic(`role.${role as Fields['role']}`) },
        { name: 'treats', label: say('treats'), show: (treats) => (treats ? '✓' : '–') },
        { name: 'allClinics', label: say('clinics.all'), show: (all) => (all ? '✓' : '–') },
        { name: 'clinicIds', label: say('clinics.which'), show: namesIn(clinics.data?.items) },
        { name: 'teamIds', label: say('teams'), show: namesIn(teams.data?.items) },
      ]}
    >
      <StaffFields />
    </FormDrawer>
  );
}

/** Somebody of all clinics is listed at none; only who may treat is asked whether they do. */
function consistent({ treats = false, ...fields }: Fields): Fields {
  return {
    ...fields,
    treats: fields.role === 'doctor' || (treats && mayTreat(fields.role)),
    clinicIds: fields.allClinics ? [] : (fields.clinicIds ?? []),
  };
}
