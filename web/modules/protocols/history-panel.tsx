import { Button } from 'antd';
import type { ProtocolDefinition } from '#domain/followups/protocol.ts';
import type { ProtocolVersion, ProtocolView } from '#domain/followups/protocol-contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useWindowInWords } from './window-in-words.ts';
import { protocolWords } from './words.ts';

interface HistoryPanelProps {
  view: ProtocolView;
  onTakeUp: (definition: ProtocolDefinition) => void;
}

/** Every version that was published, and from when to when it planned. */
export function HistoryPanel({ view, onTakeUp }: HistoryPanelProps) {
  const say = useWords(protocolWords);
  return (
    <section className="panel" aria-label={say('history')}>
      <h2>{say('history')}</h2>
      {view.history.length === 0 && <p className="soft">{say('history.none')}</p>}
      <ol className="versions">
        {view.history.map((version) => (
          <Version
            key={version.id}
            version={version}
            onTakeUp={view.mayEdit ? () => onTakeUp(version.definition) : undefined}
          />
        ))}
      </ol>
    </section>
  );
}

function Version({ version, onTakeUp }: { version: ProtocolVersion; onTakeUp: (() => void) | undefined }) {
  const say = useWords(protocolWords);
  const wording = useWording();
  const inWords = useWindowInWords();
  const dates = useDates();
  const { effectiveFrom, retiredAt, publishedByName, note, definition, movesPlans, plansMovedAt } = version;
  const from = effectiveFrom === null ? say('history.always') : dates.dateTime(effectiveFrom);
  const until = retiredAt === null ? say('history.open') : dates.dateTime(retiredAt);

  return (
    <li>
      <details>
        <summary>
          <strong>{say('version', { version: version.version })}</strong>{' '}
          <span className="soft">
            {from} – {until}
            {publishedByName && ` · ${publishedByName}`}
            {note && ` · ${note}`}
            {movesPlans &&
              ` · ${plansMovedAt ? say('history.moved', { at: dates.dateTime(plansMovedAt) }) : say('history.moves')}`}
          </span>
        </summary>
        <ul>
          {definition.steps.map((step) => (
            <li key={step.key}>
              {wording(step.name)} <span className="soft">{inWords(step.window)}</span>
            </li>
          ))}
        </ul>
        {onTakeUp && (
          <Button size="small" onClick={onTakeUp}>
            {say('history.take-up')}
          </Button>
        )}
      </details>
    </li>
  );
}
