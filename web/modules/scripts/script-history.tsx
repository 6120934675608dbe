import { Button } from 'antd';
import type { ScriptVersion, ScriptView } from '#domain/scripts/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { scriptsWords } from './words.ts';

interface ScriptHistoryProps {
  script: ScriptView;
  /** Null for who may not write. */
  onTake: ((version: ScriptVersion) => void) | null;
}

/** What was in use before, by whom it was published and approved; any of them can be written on again. */
export function ScriptHistory({ script, onTake }: ScriptHistoryProps) {
  const say = useWords(scriptsWords);
  const dates = useDates();
  if (script.history.length === 0) return null;
  return (
    <section className="panel" aria-label={say('history')}>
      <h2>{say('history')}</h2>
      <ul className="findings">
        {script.history.map((version) => {
          const { publishedAt, publishedByName, approvedByName, definition } = version;
          return (
            <li key={version.version}>
              {publishedAt === null
                ? say(definition.isClinical ? 'history.unapproved' : 'history.shipped')
                : [
                    say('version.number', { version: version.version }),
                    say('version.by', { name: publishedByName ?? '–', at: dates.dateTime(publishedAt) }),
                    approvedByName && say('version.approved', { name: approvedByName }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}{' '}
              {version.version === script.inForce?.version && (
                <StatusTag meaning="done">{say('inUse')}</StatusTag>
              )}
              {version.note && (
                <span className="soft">
                  {say('history.note')}: {version.note}{' '}
                </span>
              )}
              {onTake && (
                <Button type="link" size="small" onClick={() => onTake(version)}>
                  {say('history.take')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
