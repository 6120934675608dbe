import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { ChairsPanel } from '#web/modules/desksettings/chairs-panel.tsx';
import { FeedsPanel } from '#web/modules/desksettings/feeds-panel.tsx';
import { KindsPanel } from '#web/modules/desksettings/kinds-panel.tsx';
import { OnlinePanel } from '#web/modules/desksettings/online-panel.tsx';
import { RulesPanel } from '#web/modules/desksettings/rules-panel.tsx';
import { PosterPanel } from '#web/modules/desksettings/poster-panel.tsx';
import { ScreensPanel } from '#web/modules/desksettings/screens-panel.tsx';
import { SpecialitiesPanel } from '#web/modules/desksettings/specialities-panel.tsx';
import { deskSettingsWords } from '#web/modules/desksettings/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import '#web/modules/desksettings/desk-settings.css';

/** What can be booked, where, and by which figures: the organization's kinds, and clinic by clinic the rest. */
export function DeskSettingsPage() {
  const say = useWords(deskSettingsWords);
  const { clinicId, choice } = useOneClinic();
  const mayManage = useMay('appointments.manage');
  const staff = useStaff();
  const doctors = (staff.data?.items ?? []).filter(({ treats, state }) => treats && state !== 'disabled');

  return (
    <Page title={say('title')} about={say('about')} actions={choice}>
      <div className="rows">
        {clinicId && <RulesPanel key={`rules ${clinicId}`} clinicId={clinicId} />}
        {clinicId && (
          <SpecialitiesPanel key={`specialities ${clinicId}`} clinicId={clinicId} doctors={doctors} />
        )}
        {clinicId && <ChairsPanel key={`chairs ${clinicId}`} clinicId={clinicId} />}
        <KindsPanel doctors={doctors} />
        {mayManage && clinicId && <OnlinePanel key={`online ${clinicId}`} clinicId={clinicId} />}
        {mayManage && clinicId && <PosterPanel key={`poster ${clinicId}`} clinicId={clinicId} />}
        {mayManage && clinicId && <ScreensPanel key={`screens ${clinicId}`} clinicId={clinicId} />}
        {mayManage && <FeedsPanel />}
      </div>
    </Page>
  );
}
