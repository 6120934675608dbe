import { CheckCircleOutlined } from '@ant-design/icons';
import type { z } from 'zod';
import type { Worklist } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

/** The day, how much there is in all, and how much of it is behind us. */
export function WorklistHead({ list }: { list: z.infer<typeof Worklist> | undefined }) {
  const say = useWords(followupsWords);
  const dates = useDates();
  const { customers = 0, followups = 0, counters } = list ?? {};

  return (
    <header className="worklist-head">
      <div>
        <h1>{say('today')}</h1>
        {list && <span className="soft">{dates.dayWithWeekday(list.day)}</span>}
      </div>
      {list && (
        <div className="soft">
          <span>
            {say('customers', { count: customers })} · {say('followups', { count: followups })}
          </span>
          <span className="worklist-done">
            <CheckCircleOutlined /> {say('done.today', { count: counters?.done ?? 0 })}
          </span>
        </div>
      )}
    </header>
  );
}
