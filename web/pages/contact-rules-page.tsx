import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useContactBudget } from '#web/modules/contact-rules/api.ts';
import { BudgetEditor } from '#web/modules/contact-rules/budget-editor.tsx';
import { contactRuleWords } from '#web/modules/contact-rules/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** How often customers are contacted here. */
export function ContactRulesPage() {
  const say = useWords(contactRuleWords);
  const dates = useDates();
  const budget = useContactBudget();
  const published = ({ version, publishedAt, publishedByName }: NonNullable<typeof budget.data>) =>
    publishedAt === null
      ? say('version.standard')
      : say('version', { version, name: publishedByName ?? '–', at: dates.dateTime(publishedAt) });

  return (
    <Page title={say('title')} about={budget.data && `${say('about')} ${published(budget.data)}`} narrow>
      <Loaded of={budget}>{(view) => <BudgetEditor key={view.version} view={view} />}</Loaded>
    </Page>
  );
}
