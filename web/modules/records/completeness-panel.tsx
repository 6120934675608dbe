import { Button, Progress } from 'antd';
import type { RecordPart } from '#domain/customers/completeness.ts';
import type { CustomerRecord } from '#domain/records/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { recordsWords } from './words.ts';
import './records.css';

interface CompletenessPanelProps {
  completeness: CustomerRecord['completeness'];
  /** Opens where a part is filled in. */
  onAsk: (part: RecordPart) => void;
}

/** How complete the record is, and what it lacks; a click leads to where that is filled in. */
export function CompletenessPanel({ completeness: { score, missing }, onAsk }: CompletenessPanelProps) {
  const say = useWords(recordsWords);
  return (
    <section className="panel completeness">
      <div className="section-head">
        <h2>{say('completeness')}</h2>
        <b>{score} %</b>
      </div>
      <Progress percent={score} showInfo={false} size="small" aria-label={say('completeness')} />
      <div className="line">
        <span className="soft">
          {say(missing.length === 0 ? 'completeness.whole' : 'completeness.missing')}
        </span>
        {missing.map((part) => (
          <Button key={part} size="small" onClick={() => onAsk(part)}>
            {say(`part.${part}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
