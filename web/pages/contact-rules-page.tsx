import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useContactBudget, useRetryPolicy } from '#web/modules/contact-rules/api.ts';
import { BudgetEditor } from '#web/modules/contact-rules/budget-editor.tsx';
import { RetryEditor } from '#web/modules/contact-rules/retry-editor.tsx';
import { contactRuleWords } from '#web/modules/contact-rules/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** How often customers are contacted here, and how who does not answer is tried again. */
export function ContactRulesPage() {
  const say = useWords(contactRuleWords);
  const dates = useDates();
  const budget = useContactBudget();
  const retry = useRetryPolicy();
  const published = (view: {
    version: number;
    publishedAt: string | null;
    publishedByName: string | null;
  }) =>
    view.publishedAt === null
      ? say('version.standard')
      : say('version', {
          version: view.version,
          name: view.publishedByName ?? '–',
          at: dates.dateTime(view.publishedAt),
        });

  return (
    <Page title={say('title')} about={say('about')} narrow>
      <div className="rows">
        <Loaded of={budget}>
          {(view) => <BudgetEditor key={view.version} view={view} published={published(view)} />}
        </Loaded>
        <Loaded of={retry}>
          {(view) => <RetryEditor key={view.version} view={view} published={published(view)} />}
        </Loaded>
      </div>
    </Page>
  );
}
