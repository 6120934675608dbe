import { Button, DatePicker, Input, Radio } from 'antd';
import { addDays, addHours, wallTimeAt, type WallTime } from '#domain/base/time.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedWallTime } from '#web/lib/dates.ts';
import { useFieldWords } from '#web/lib/error-words.ts';
import { useWords } from '#web/lib/words.ts';
import type { Draft } from '../draft.ts';
import { followupsWords } from '../words.ts';
import type { Problems } from './use-save-call.ts';

interface ResultDetailsProps {
  sheet: CallSheet;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problems: Problems;
}

/** What two of the results have to say more: when to call back, why the customer refused. */
export function ResultDetails(props: ResultDetailsProps) {
  if (props.draft.result === 'call_back') return <CallBackAt {...props} />;
  if (props.draft.result === 'refused') return <Refusal {...props} />;
  return null;
}

function CallBackAt({ sheet, draft, change, problems }: ResultDetailsProps) {
  const say = useWords(followupsWords);
  const sayField = useFieldWords();
  const wall = wallTimeAt(useNow(), sheet.clinic.timezone);
  const problem = problems['callBackAt'];

  return (
    <div className="result-details">
      <div className="line">
        {usualTimes(wall).map(({ word, at }) => (
          <Button
            key={word}
            type={draft.callBackAt === at ? 'primary' : 'default'}
            onClick={() => change({ callBackAt: at })}
          >
            {say(word)}
          </Button>
        ))}
        <DatePicker
          aria-label={say('callBackAt')}
          placeholder={say('callBackAt')}
          status={problem ? 'error' : ''}
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          format="MM-DD HH:mm"
          needConfirm={false}
          minDate={pickable(wall.slice(0, 10))}
          value={draft.callBackAt ? pickable(draft.callBackAt) : null}
          onChange={(at) => change({ callBackAt: at ? pickedWallTime(at) : null })}
        />
      </div>
      {problem && <b className="wrong">{sayField(problem)}</b>}
    </div>
  );
}

/** The times people name most, by the clinic's clock; those already past are left out. */
function usualTimes(wall: WallTime) {
  const today = wall.slice(0, 10);
  const tomorrow = addDays(today, 1);
  return [
    { word: 'callBack.hour', at: hourLater(wall) },
    { word: 'callBack.evening', at: `${today}T19:00` },
    { word: 'callBack.morning', at: `${tomorrow}T10:00` },
    { word: 'callBack.afternoon', at: `${tomorrow}T15:00` },
  ].filter(({ at }) => at > wall) as { word: 'callBack.hour'; at: WallTime }[];
}

function hourLater(wall: WallTime): WallTime {
  return wallTimeAt(addHours(`${wall}:00.000Z`, 1), 'UTC');
}

const usualReasons = { this: null, all: 'refusal.busy', left: 'refusal.elsewhere' } as const;

/** Why not, and whether it is only this, or all contact from now on. */
function Refusal({ draft, change, problems }: ResultDetailsProps) {
  const say = useWords(followupsWords);
  const sayField = useFieldWords();
  const problem = problems['reason'];

  return (
    <div className="result-details">
      <div className="line">
        <Input
          aria-label={say('refusal')}
          placeholder={say('refusal')}
          maxLength={300}
          status={problem ? 'error' : ''}
          value={draft.reason}
          onChange={({ target }) => change({ reason: target.value })}
          style={{ flex: '1 1 200px' }}
        />
        {(['refusal.noNeed', 'refusal.busy', 'refusal.elsewhere'] as const).map((word) => (
          <Button key={word} onClick={() => change({ reason: say(word) })}>
            {say(word)}
          </Button>
        ))}
      </div>
      <Radio.Group
        aria-label={say('refusal.fromNowOn')}
        value={draft.hasLeft ? 'left' : draft.refusesAllContact ? 'all' : 'this'}
        options={(['this', 'all', 'left'] as const).map((value) => ({
          value,
          label: say(`refusal.${value}`),
        }))}
        onChange={({ target }) => {
          const value = target.value as keyof typeof usualReasons;
          const usual = draft.reason === '' && usualReasons[value];
          change({
            ...{ refusesAllContact: value === 'all', hasLeft: value === 'left' },
            ...(usual && { reason: say(usual) }),
          });
        }}
      />
      {problem && <b className="wrong">{sayField(problem)}</b>}
    </div>
  );
}
