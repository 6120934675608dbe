import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useReleaseRules } from '#web/modules/ownership/api.ts';
import { ReleaseRulesEditor } from '#web/modules/ownership/release-rules-editor.tsx';
import { ownershipWords } from '#web/modules/ownership/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** When an owner loses a customer here. */
export function ReleaseRulesPage() {
  const say = useWords(ownershipWords);
  const dates = useDates();
  const rules = useReleaseRules();
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
    <Page title={say('rules')} about={data && `${say('rules.about')} ${published}`} narrow>
      <Loaded of={rules}>{(data) => <ReleaseRulesEditor key={data.version} rules={data} />}</Loaded>
    </Page>
  );
}
