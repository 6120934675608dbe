import type { ImportBatch, ImportCounts } from '#domain/exchange/contract.ts';
import { useMoney } from '#web/lib/money.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { importWords } from './words.ts';
import './imports.css';

type Count = keyof ImportCounts;

const inFile: Count[] = [
  ...(['rows', 'customers', 'appointments', 'kept', 'missed'] as const),
  ...(['orders', 'ordersFen', 'warned', 'rejected'] as const),
];
const added: Count[] = ['newCustomers', 'newAppointments', 'newVisits', 'newOrders', 'plannedFollowups'];
/** Known only after the import. */
const afterwards: Count[] = ['plannedFollowups'];
/** A list of customers has none of these. */
const ofAppointments: Count[] = [
  'appointments',
  'kept',
  'missed',
  'newAppointments',
  'newVisits',
  'plannedFollowups',
];

/** What the check found, and what the import adds. */
export function Figures({ batch, counts }: { batch: ImportBatch; counts: ImportCounts }) {
  const say = useWords(importWords);
  const isShown = (count: Count) =>
    counts[count] !== undefined &&
    (counts.appointments > 0 || !ofAppointments.includes(count)) &&
    (batch.state === 'done' || !afterwards.includes(count));
  return (
    <div className="panel import-figures">
      <Group title={say('counts.file')} names={inFile.filter(isShown)} counts={counts} />
      {batch.state !== 'undone' && (
        <Group
          title={say(batch.state === 'done' ? 'counts.new.done' : 'counts.new')}
          names={added.filter(isShown)}
          counts={counts}
        />
      )}
    </div>
  );
}

function Group({ title, names, counts }: { title: string; names: Count[]; counts: ImportCounts }) {
  const say = useWords(importWords);
  const number = useNumber();
  const money = useMoney();
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{say(`counts.${name}`)}</dt>
            <dd>{(name === 'ordersFen' ? money : number)(counts[name] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
