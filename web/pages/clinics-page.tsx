import { Button } from 'antd';
import { useState } from 'react';
import type { Clinic } from '#domain/staff/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { ClinicCalendar } from '#web/modules/protocols/clinic-calendar.tsx';
import { useClinics } from '#web/modules/staff/api.ts';
import { AddClinicDrawer, EditClinicDrawer } from '#web/modules/staff/clinic-drawers.tsx';
import { ClinicTable } from '#web/modules/staff/clinic-table.tsx';
import { staffWords } from '#web/modules/staff/words.ts';
import { Page } from '#web/ui/page.tsx';

export function ClinicsPage() {
  const say = useWords(staffWords);
  const mayManage = useMay('organization.manage');
  const mayRead = useMay('protocols.read');
  const clinics = useClinics().data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Clinic | null>(null);

  return (
    <Page
      narrow
      title={say('clinic.title')}
      about={say('clinic.about')}
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('clinic.add')}
          </Button>
        )
      }
    >
      <ClinicTable onEdit={setEditing} />
      {mayRead && <ClinicCalendar clinics={clinics} />}
      <AddClinicDrawer open={adding} onClose={() => setAdding(false)} />
      <EditClinicDrawer clinic={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}
