import type { EvidenceRulesView } from '#domain/evidence/contract.ts';
import type { EvidenceRules } from '#domain/evidence/rules.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { FiguresForm } from '#web/ui/figures-form.tsx';
import { useEvidenceRules, usePublishEvidenceRules } from './api.ts';
import { evidenceWords } from './words.ts';

const fields = [
  { name: 'lateAfterMinutes', min: 5, max: 1_440 },
  { name: 'matchWithinHours', min: 1, max: 72 },
  { name: 'byHandMinutes', min: 5, max: 240 },
  { name: 'clockSkewMinutes', min: 0, max: 60 },
  { name: 'leastSeconds', min: 0, max: 120 },
  { name: 'answerWithinDays', min: 1, max: 60 },
] as const;

/** How far a call and its traces may lie apart, as the clinic decides. */
export function EvidenceRulesPanel() {
  const rules = useEvidenceRules().data;
  return rules ? <Figures key={rules.version} view={rules} /> : null;
}

function Figures({ view }: { view: EvidenceRulesView }) {
  const say = useWords(evidenceWords);
  const tell = useTell();
  const publish = usePublishEvidenceRules();
  const save = (rules: EvidenceRules) =>
    publish.mutate(
      { rules, version: view.version },
      { onSuccess: () => tell.done(say('rules.saved')), onError: tell.failed },
    );
  return (
    <section className="panel" aria-label={say('rules.title')}>
      <h2 style={{ marginTop: 0, fontSize: 16 }}>{say('rules.title')}</h2>
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
