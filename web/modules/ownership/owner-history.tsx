import type { Ownership } from '#domain/ownership/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { Loaded } from '#web/ui/states.tsx';
import { useOwners } from './api.ts';
import { ownershipWords } from './words.ts';
import './ownership.css';

/** Everybody who ever answered for a customer, by what they came and went, and why. */
export function OwnerHistory({ customerId }: { customerId: string }) {
  const say = useWords(ownershipWords);
  const owners = useOwners(customerId);
  return (
    <section className="panel owner-history" aria-label={say('history')}>
      <div className="section-head">
        <h2>{say('history')}</h2>
      </div>
      <Loaded of={owners}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say('history.none')}</p>
          ) : (
            <ul className="plain-list">
              {items.map((ownership) => (
                <li key={ownership.id}>
                  <OwnerLine ownership={ownership} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function OwnerLine({ ownership }: { ownership: Ownership }) {
  const say = useWords(ownershipWords);
  const dates = useDates();
  const { ownerName, kind, since, until, beganBy, endedBy } = ownership;
  const told = (how: string, reason: string | null, name: string | null) =>
    [how, reason, name && say('by', { name })].filter(Boolean).join(' · ');
  return (
    <>
      <div className="line">
        <b>{ownerName}</b>
        <span className="soft">{say(`kind.${kind}`)}</span>
        <span className="soft nowrap">
          {dates.dayOfInstant(since)} – {until === null ? say('history.now') : dates.dayOfInstant(until)}
        </span>
      </div>
      <div className="soft">
        {told(say(`how.${beganBy}`), ownership.beginReason, ownership.beginDeciderName)}
      </div>
      {endedBy !== null && (
        <div className="soft">
          {told(
            say('history.end', { how: say(`how.${endedBy}`) }),
            ownership.endReason,
            ownership.endDeciderName,
          )}
        </div>
      )}
    </>
  );
}
