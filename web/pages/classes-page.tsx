import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useClasses } from '#web/modules/classes/api.ts';
import { TableEditor } from '#web/modules/classes/table-editor.tsx';
import { classesWords } from '#web/modules/classes/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** The classes this clinic tells its contacts apart by. */
export function ClassesPage() {
  const say = useWords(classesWords);
  const dates = useDates();
  const table = useClasses();
  const { data } = table;
  const published =
    data && data.publishedAt !== null
      ? say('table.version', {
          version: data.version,
          name: data.publishedByName ?? '–',
          at: dates.dateTime(data.publishedAt),
        })
      : say('table.standard');

  return (
    <Page title={say('table')} about={data && `${say('table.about')} ${published}`}>
      <Loaded of={table}>{(table) => <TableEditor key={table.version} table={table} />}</Loaded>
    </Page>
  );
}
