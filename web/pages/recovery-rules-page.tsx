import { useWords } from '#web/lib/words.ts';
import { useRecoveryRules } from '#web/modules/recovery/api.ts';
import { RecoveryRulesForm } from '#web/modules/recovery/rules-form.tsx';
import { recoveryWords } from '#web/modules/recovery/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** The clinic's own figures for what opens a case and how long it may take. */
export function RecoveryRulesPage() {
  const say = useWords(recoveryWords);
  return (
    <Page title={say('rules.title')} about={say('rules.about')} narrow>
      <Loaded of={useRecoveryRules()}>
        {(rules) => <RecoveryRulesForm key={rules.version} of={rules} />}
      </Loaded>
    </Page>
  );
}
