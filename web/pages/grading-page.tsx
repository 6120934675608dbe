import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useRules } from '#web/modules/grading/api.ts';
import { Proposals } from '#web/modules/grading/proposals.tsx';
import { RulesEditor } from '#web/modules/grading/rules-editor.tsx';
import { gradingWords } from '#web/modules/grading/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** What makes a customer A, B, C or D here, with who would move before it is saved. */
export function GradingPage() {
  const say = useWords(gradingWords);
  const dates = useDates();
  const mayApprove = useMay('grading.override');
  const rules = useRules();
  const { data } = rules;
  const published =
    data && data.publishedAt !== null
      ? say('version', {
          version: data.version,
          name: data.publishedByName ?? '–',
          at: dates.dateTime(data.publishedAt),
        })
      : say('version.standard');

  return (
    <Page title={say('title')} about={data && `${say('about')} ${published}`}>
      {mayApprove && <Proposals />}
      <Loaded of={rules}>{(rules) => <RulesEditor key={rules.version} rules={rules} />}</Loaded>
    </Page>
  );
}
