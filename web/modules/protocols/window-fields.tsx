import { InputNumber } from 'antd';
import type { WindowRule } from '#domain/followups/protocol.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { protocolWords } from './words.ts';

const kinds = ['after', 'days', 'months', 'next-month', 'repeat'] as const;

/** What each kind begins as. */
const fresh: Record<(typeof kinds)[number], WindowRule> = {
  after: { kind: 'after', opensHours: 2, dueHours: 24 },
  days: { kind: 'days', opensDay: 1, dueDay: 3 },
  months: { kind: 'months', dueMonth: 1, leadDays: 7 },
  'next-month': { kind: 'next-month', before: 10 },
  repeat: { kind: 'repeat', unit: 'month', every: 3, first: 1, times: 8, leadDays: 7 },
};

interface WindowFieldsProps {
  window: WindowRule;
  mayComeBefore: boolean;
  onChange: (window: WindowRule) => void;
}

/** When a step may begin and is due, in figures. */
export function WindowFields({ window, mayComeBefore, onChange }: WindowFieldsProps) {
  const say = useWords(protocolWords);
  const least = mayComeBefore ? -60 : 0;

  return (
    <div className="line window-fields">
      <Select
        aria-label={say('window.kind')}
        value={window.kind}
        style={{ width: 104 }}
        options={kinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
        onChange={(kind) => onChange(fresh[kind])}
      />
      {window.kind === 'after' && (
        <>
          <Figure
            label={say('window.opens')}
            value={window.opensHours}
            range={[0, window.dueHours]}
            isPartial
            onChange={(opensHours) => onChange({ ...window, opensHours })}
          />
          –
          <Figure
            label={say('window.due')}
            value={window.dueHours}
            range={[Math.max(0.25, window.opensHours), 8_760]}
            unit={say('unit.hours')}
            isPartial
            onChange={(dueHours) => onChange({ ...window, dueHours })}
          />
        </>
      )}
      {window.kind === 'days' && (
        <>
          <Figure
            label={say('window.opens')}
            value={window.opensDay}
            range={[least, window.dueDay]}
            onChange={(opensDay) => onChange({ ...window, opensDay })}
          />
          –
          <Figure
            label={say('window.due')}
            value={window.dueDay}
            range={[window.opensDay, 3_650]}
            unit={say('unit.days')}
            onChange={(dueDay) => onChange({ ...window, dueDay })}
          />
        </>
      )}
      {window.kind === 'months' && (
        <>
          <Figure
            label={say('window.due')}
            value={window.dueMonth}
            range={[1, 120]}
            unit={say('unit.months')}
            onChange={(dueMonth) => onChange({ ...window, dueMonth })}
          />
          <Lead window={window} most={365} onChange={(leadDays) => onChange({ ...window, leadDays })} />
        </>
      )}
      {window.kind === 'next-month' && (
        <Figure
          label={say('window.due')}
          value={window.before}
          range={[2, 28]}
          unit={say('unit.before')}
          onChange={(before) => onChange({ ...window, before })}
        />
      )}
      {window.kind === 'repeat' && <Repeat window={window} onChange={onChange} />}
    </div>
  );
}

function Repeat({
  window,
  onChange,
}: {
  window: Extract<WindowRule, { kind: 'repeat' }>;
  onChange: (window: WindowRule) => void;
}) {
  const say = useWords(protocolWords);
  const longest = window.unit === 'day' ? 3_650 : 120;
  const room = window.every * (window.unit === 'day' ? 1 : 28) - 1;
  const change = (part: Partial<typeof window>) => {
    const next = { ...window, ...part };
    const most = Math.max(1, Math.floor((next.unit === 'day' ? 3_650 : 120) / next.every) - next.first + 1);
    const leads = next.every * (next.unit === 'day' ? 1 : 28) - 1;
    onChange({ ...next, times: Math.min(next.times, most), leadDays: Math.min(next.leadDays, leads) });
  };
  return (
    <>
      <Figure
        label={say('window.every')}
        value={window.every}
        range={[1, 120]}
        onChange={(every) => change({ every })}
      />
      <Select
        aria-label={say('window.unit')}
        value={window.unit}
        style={{ width: 76 }}
        options={(['day', 'month'] as const).map((unit) => ({ value: unit, label: say(`unit.${unit}`) }))}
        onChange={(unit) => change({ unit })}
      />
      ×
      <Figure
        label={say('window.times')}
        value={window.times}
        range={[1, Math.min(60, Math.max(1, Math.floor(longest / window.every) - window.first + 1))]}
        unit={say('unit.times')}
        onChange={(times) => change({ times })}
      />
      <Lead window={window} most={room} onChange={(leadDays) => change({ leadDays })} />
    </>
  );
}

function Lead({
  window,
  most,
  onChange,
}: {
  window: { leadDays: number };
  most: number;
  onChange: (leadDays: number) => void;
}) {
  const say = useWords(protocolWords);
  return (
    <>
      <span className="soft">{say('window.lead')}</span>
      <Figure
        label={say('window.lead')}
        value={window.leadDays}
        range={[0, most]}
        unit={say('unit.days')}
        onChange={onChange}
      />
    </>
  );
}

interface FigureProps {
  label: string;
  value: number;
  range: [number, number];
  unit?: string;
  /** Hours may be parts of one. */
  isPartial?: boolean;
  onChange: (value: number) => void;
}

function Figure({ label, value, range, unit, isPartial = false, onChange }: FigureProps) {
  return (
    <>
      <InputNumber
        aria-label={label}
        value={value}
        min={range[0]}
        max={range[1]}
        controls={false}
        {...(isPartial ? {} : { precision: 0 })}
        style={{ width: 56 }}
        onChange={(typed) => typed !== null && onChange(typed)}
      />
      {unit && <span>{unit}</span>}
    </>
  );
}
