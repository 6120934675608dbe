import { WarningFilled } from '@ant-design/icons';
import { byKind, type Told } from '#domain/records/warning.ts';
import { useWords } from '#web/lib/words.ts';
import { warningWords } from '#web/lib/warning-words.ts';
import { meanings } from './theme.ts';

const { ink, ground, edge } = meanings.overdue;

/** What whoever treats must know first: in red, by a sign, and in words. Nothing where there is nothing. */
export function HealthWarnings({ warnings }: { warnings: readonly Told[] }) {
  const say = useWords(warningWords);
  if (warnings.length === 0) return null;
  return (
    <ul
      aria-label={say('title')}
      className="health-warnings"
      style={{
        ...{ margin: 0, padding: '2px 6px', listStyle: 'none', borderRadius: 4, fontWeight: 600 },
        ...{ color: ink, background: ground, border: `1px solid ${edge}`, overflowWrap: 'anywhere' },
      }}
    >
      {byKind(warnings).map(({ kind, words }) => (
        <li key={kind}>
          <WarningFilled aria-hidden /> {say(kind)} · {words.join(say('and'))}
        </li>
      ))}
    </ul>
  );
}
