import type { Huddle } from '#domain/huddles/contract.ts';
import { lineKinds } from '#domain/huddles/pack.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { AssignAll } from './assign-all.tsx';
import { HuddleRow } from './huddle-row.tsx';
import { huddleWords } from './words.ts';
import './huddles.css';

/** The pack of a meeting, kind by kind; on paper there is a place to write who and when. */
export function HuddleSheet({ huddle, people }: { huddle: Huddle; people: readonly Colleague[] }) {
  const say = useWords(huddleWords);
  if (huddle.lines.length === 0) return <EmptyState text={say('empty')} />;
  return (
    <div className="rows huddle">
      {lineKinds.map((kind) => {
        const lines = huddle.lines.filter((line) => line.kind === kind);
        if (lines.length === 0) return null;
        return (
          <section key={kind} aria-label={say(`kind.${kind}`)}>
            <h2>
              {say(`kind.${kind}`)} <span className="soft">{lines.length}</span>
            </h2>
            {huddle.heldAt === null && (
              <AssignAll
                clinicId={huddle.clinicId}
                kind={say(`kind.${kind}`)}
                lines={lines}
                people={people}
              />
            )}
            <ul className="huddle-lines">
              {lines.map((line) => (
                <HuddleRow
                  key={line.id}
                  clinicId={huddle.clinicId}
                  line={line}
                  people={people}
                  isOver={huddle.heldAt !== null}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
