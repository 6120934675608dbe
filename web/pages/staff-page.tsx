import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Invitation, StaffMember } from '#domain/staff/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { askOwnedCounts } from '#web/modules/handovers/api.ts';
import { handoverWords } from '#web/modules/handovers/words.ts';
import { useDisableStaff, useEnableStaff, useInviteAgain } from '#web/modules/staff/api.ts';
import { InvitationLinkDialog } from '#web/modules/staff/invitation-link-dialog.tsx';
import { EditStaffDrawer, InviteStaffDrawer } from '#web/modules/staff/staff-drawers.tsx';
import { StaffFilter, StaffFilters } from '#web/modules/staff/staff-filters.tsx';
import { StaffTable, type StaffDeed } from '#web/modules/staff/staff-table.tsx';
import { staffWords } from '#web/modules/staff/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { Page } from '#web/ui/page.tsx';

export function StaffPage() {
  const say = useWords(staffWords);
  const sayHandover = useWords(handoverWords);
  const mayManage = useMay('staff.manage');
  const confirm = useConfirm();
  const tell = useTell();
  const [filter, setFilter] = useUrlFilters(StaffFilter);
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<StaffMember | null>(null);
  const [invitation, setInvitation] = useState<z.infer<typeof Invitation> | null>(null);
  const inviteAgain = useInviteAgain();
  const disable = useDisableStaff();
  const enable = useEnableStaff();

  const deeds: Record<StaffDeed, (member: StaffMember) => unknown> = {
    edit: setEditing,
    'invite-again': ({ id, name }) =>
      confirm({
        title: say('again.ask', { name }),
        text: say('again.text'),
        yes: say('again'),
        onYes: async () => setInvitation(await inviteAgain.mutateAsync(id)),
      }),
    disable: async ({ id, name }) => {
      const counts = await askOwnedCounts(id).catch(() => null);
      const count = counts ? Object.values(counts).reduce((sum, each) => sum + each, 0) : 0;
      await confirm({
        title: say('disable.ask', { name }),
        text:
          count === 0
            ? say('disable.text')
            : `${say('disable.text')} ${sayHandover('owned.text', { count })}`,
        yes: say('disable'),
        dangerous: true,
        onYes: async () => {
          await disable.mutateAsync(id);
          tell.done(say('disable.done', { name }));
        },
      });
    },
    enable: ({ id, name }) =>
      enable.mutate(id, { onSuccess: () => tell.done(say('enable.done', { name })), onError: tell.failed }),
  };

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setInviting(true)}>
            {say('invite')}
          </Button>
        )
      }
    >
      <StaffFilters filter={filter} onChange={setFilter} />
      <StaffTable filter={filter} onDeed={(deed, member) => void deeds[deed](member)} />
      <InviteStaffDrawer open={inviting} onClose={() => setInviting(false)} onInvited={setInvitation} />
      <EditStaffDrawer member={editing} onClose={() => setEditing(null)} />
      {invitation && <InvitationLinkDialog invitation={invitation} onClose={() => setInvitation(null)} />}
    </Page>
  );
}
