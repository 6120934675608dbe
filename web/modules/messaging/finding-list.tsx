import type { TemplateFinding } from '#domain/messaging/lint-template.ts';
import { isMessageKind } from '#domain/messaging/template.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { templateWords } from './template-words.ts';

/** What keeps a text from being published, each with the word it is about. */
export function FindingList({ findings }: { findings: readonly TemplateFinding[] }) {
  const say = useWords(templateWords);
  const wordOf = ({ code, about }: TemplateFinding): string => {
    switch (code) {
      case 'no-opt-out':
      case 'no-approval':
      case 'code-missing':
        return say(`finding.${code}`);
      case 'kind-is-fixed':
        return say('finding.kind-is-fixed', {
          about: about && isMessageKind(about) ? say(`group.${about}`) : (about ?? ''),
        });
      default:
        return say(`finding.${code}`, { about: about ?? '' });
    }
  };
  if (findings.length === 0)
    return (
      <div>
        <StatusTag meaning="done">{say('fine')}</StatusTag>
      </div>
    );
  return (
    <ul className="plain-list" aria-label={say('findings')}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.about}`} className="line">
          <StatusTag meaning="overdue">{wordOf(finding)}</StatusTag>
        </li>
      ))}
    </ul>
  );
}
