import { Button } from 'antd';
import { useState } from 'react';
import type { Team } from '#domain/staff/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { AddTeamDrawer } from '#web/modules/staff/add-team-drawer.tsx';
import { EditTeamDrawer } from '#web/modules/staff/edit-team-drawer.tsx';
import { TeamTable } from '#web/modules/staff/team-table.tsx';
import { staffWords } from '#web/modules/staff/words.ts';
import { Page } from '#web/ui/page.tsx';

export function TeamsPage() {
  const say = useWords(staffWords);
  const mayManage = useMay('organization.manage');
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Team | null>(null);

  return (
    <Page
      title={say('team.title')}
      about={say('team.about')}
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('team.add')}
          </Button>
        )
      }
    >
      <TeamTable {...(mayManage && { onEdit: setEditing })} />
      <EditTeamDrawer team={editing} onClose={() => setEditing(null)} />
      <AddTeamDrawer open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
