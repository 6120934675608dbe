import { Segmented } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { calendarDateShape } from '#domain/base/time.ts';
import type { PaperLine } from '#domain/papersheets/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { usePaperSheets } from '#web/modules/papersheets/api.ts';
import { CodeBox } from '#web/modules/papersheets/code-box.tsx';
import { EntryForm } from '#web/modules/papersheets/entry-form.tsx';
import { EntryList } from '#web/modules/papersheets/entry-list.tsx';
import { ToPrint } from '#web/modules/papersheets/to-print.tsx';
import { paperSheetWords } from '#web/modules/papersheets/words.ts';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { Select } from '#web/ui/select.tsx';
import { Loaded } from '#web/ui/states.tsx';

const views = ['print', 'enter'] as const;
const Filter = z.strictObject({ view: z.enum(views).default('print'), day: calendarDateShape.optional() });

/** For when the network is down (idea 25): what lies on the desk, and what is entered of it afterwards. */
export function PaperSheetsPage() {
  const say = useWords(paperSheetWords);
  const [{ view, day }, setFilter] = useUrlFilters(Filter);
  const { clinicId = '', choice } = useOneClinic();
  const dates = useDates(clinicId);
  const next = usePaperSheets(clinicId);
  // What is entered is of a day that has begun, mostly of the last that has sheets.
  const begun = next.data?.days.find((each) => each <= next.data.today) ?? next.data?.days[0];
  const days = [...new Set([...(next.data ? [next.data.day] : []), ...(next.data?.days ?? [])])];
  const shown = day ?? (view === 'enter' ? begun : next.data?.day);
  const sheets = usePaperSheets(clinicId, shown);

  return (
    <div className="paper-page">
      <Page
        title={say('title')}
        about={say('about')}
        actions={
          <>
            {choice}
            <Segmented<(typeof views)[number]>
              value={view}
              onChange={(view) => setFilter({ view })}
              options={views.map((view) => ({ value: view, label: say(`view.${view}`) }))}
            />
            <Select
              aria-label={say('day')}
              value={shown}
              popupMatchSelectWidth={false}
              onChange={(day) => setFilter({ day })}
              options={days.map((value) => ({ value, label: dates.dayWithWeekday(value) }))}
            />
          </>
        }
      >
        <Loaded of={sheets}>
          {(sheets) =>
            view === 'print' ? (
              <ToPrint key={`${clinicId} ${sheets.day}`} sheets={sheets} />
            ) : (
              <ToEnter key={clinicId} lines={sheets.lines} />
            )
          }
        </Loaded>
      </Page>
    </div>
  );
}

function ToEnter({ lines }: { lines: readonly PaperLine[] }) {
  const [open, setOpen] = useState<PaperLine | null>(null);
  return (
    <div className="rows">
      {open === null ? (
        <>
          <CodeBox onFound={setOpen} />
          <EntryList lines={lines} onOpen={setOpen} />
        </>
      ) : (
        <EntryForm key={open.id} line={open} onDone={() => setOpen(null)} />
      )}
    </div>
  );
}
