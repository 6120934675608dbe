import { Button } from 'antd';
import { useState } from 'react';
import { addMonths, dayAt } from '#domain/base/time.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useDeskScores, useScorecard } from '#web/modules/scorecards/api.ts';
import { CardDrawer, ScoreDrawer } from '#web/modules/scorecards/drawers.tsx';
import { ScoreTables } from '#web/modules/scorecards/score-tables.tsx';
import { scorecardWords } from '#web/modules/scorecards/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** How the desk's service is judged (E9): a card, looks, and everybody's trend over the last half year. */
export function DeskScoresPage() {
  const say = useWords(scorecardWords);
  const mayManage = useMay('desk.manage');
  const { staffId } = useMe();
  const { clinicId = '', choice } = useOneClinic();
  const { zone } = useDates(clinicId);
  const today = dayAt(useNow(), zone);
  const scores = useDeskScores({ clinicId, from: addMonths(today, -6), to: today });
  const card = useScorecard();
  const people = (useStaff().data?.items ?? []).filter(
    ({ id, role, state }) => state === 'active' && role === 'front_desk' && id !== staffId,
  );
  const [open, setOpen] = useState<'score' | 'card' | null>(null);

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <>
          {choice}
          {mayManage && (
            <Button disabled={!card.data} onClick={() => setOpen('card')}>
              {say('card')}
            </Button>
          )}
          <Button type="primary" disabled={!card.data} onClick={() => setOpen('score')}>
            {say('score')}
          </Button>
        </>
      }
    >
      <Loaded of={scores}>{(scores) => <ScoreTables scores={scores} />}</Loaded>
      {card.data && (
        <>
          <ScoreDrawer
            key={`score ${card.data.version}`}
            view={card.data}
            open={open === 'score'}
            onClose={() => setOpen(null)}
            clinicId={clinicId}
            people={people}
          />
          <CardDrawer
            key={`card ${card.data.version}`}
            view={card.data}
            open={open === 'card'}
            onClose={() => setOpen(null)}
          />
        </>
      )}
    </Page>
  );
}
