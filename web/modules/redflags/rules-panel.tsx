import type { RedFlagRulesView } from '#domain/redflags/contract.ts';
import type { RedFlagRules } from '#domain/redflags/rules.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { FiguresForm } from '#web/ui/figures-form.tsx';
import { usePublishRedFlagRules, useRedFlagRules } from './api.ts';
import { redFlagWords } from './words.ts';

const fields = [
  { name: 'urgentMinutes', min: 5, max: 240 },
  { name: 'soonMinutes', min: 15, max: 1_440 },
  { name: 'callsFromHour', min: 0, max: 23 },
  { name: 'callsToHour', min: 1, max: 24 },
  { name: 'managerAfterMinutes', min: 5, max: 1_440 },
] as const;

/** How soon a doctor calls, as the clinic decides. */
export function RulesPanel() {
  const rules = useRedFlagRules().data;
  return rules ? <Figures key={rules.version} view={rules} /> : null;
}

function Figures({ view }: { view: RedFlagRulesView }) {
  const say = useWords(redFlagWords);
  const dates = useDates();
  const tell = useTell();
  const publish = usePublishRedFlagRules();
  const save = (rules: RedFlagRules) =>
    publish.mutate(
      { rules, version: view.version },
      { onSuccess: () => tell.done(say('rules.saved')), onError: tell.failed },
    );
  return (
    <section className="panel" aria-label={say('rules.title')}>
      <h2 style={{ marginTop: 0, fontSize: 16 }}>{say('rules.title')}</h2>
      <p className="soft">
        {say('rules.about')}{' '}
        {view.publishedAt
          ? say('rules.version', {
              version: view.version,
              name: view.publishedByName ?? '–',
              at: dates.dateTime(view.publishedAt),
            })
          : say('rules.standard')}
      </p>
      <FiguresForm
        figures={fields.map((field) => ({ ...field, label: say(`rules.${field.name}`) }))}
        start={view.rules}
        saveLabel={say('rules.save')}
        isSaving={publish.isPending}
        onSave={save}
      />
    </section>
  );
}
