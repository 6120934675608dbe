import { CheckCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { z } from 'zod';
import type { Worklist } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

interface WorklistHeadProps {
  list: z.infer<typeof Worklist> | undefined;
  onHelp: () => void;
}

/** The day, how much there is in all, and how much of it is behind us. */
export function WorklistHead({ list, onHelp }: WorklistHeadProps) {
  const say = useWords(followupsWords);
  const dates = useDates();
  const count = useNumber();
  const { customers = 0, followups = 0, counters } = list ?? {};

  return (
    <header className="worklist-head">
      <div>
        <h1>{say('today')}</h1>
        <span className="soft">
          {list && dates.dayWithWeekday(list.day)}
          <Button
            type="text"
            size="small"
            className="wide-only"
            icon={<QuestionCircleOutlined />}
            title={say('keys')}
            aria-label={say('keys')}
            onClick={onHelp}
          />
        </span>
      </div>
      {list && (
        <div className="soft">
          <span>
            {say('customers', { count: count(customers) })} · {say('followups', { count: count(followups) })}
          </span>
          <span className="worklist-done">
            <CheckCircleOutlined /> {say('done.today', { count: count(counters?.done ?? 0) })}
          </span>
        </div>
      )}
    </header>
  );
}
