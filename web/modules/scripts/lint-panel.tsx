import type { Finding } from '#domain/scripts/lint.ts';
import type { Phase, ScriptDefinition } from '#domain/scripts/script.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { usePassageNames } from './passage-names.ts';
import { scriptsWords } from './words.ts';

interface LintPanelProps {
  script: ScriptDefinition;
  findings: readonly Finding[];
  onOpen: (passage: string) => void;
}

/** What has to be mended, and what is worth a thought, each with the way to its passage. */
export function LintPanel({ script, findings, onOpen }: LintPanelProps) {
  const say = useWords(scriptsWords);
  const errors = findings.filter(({ isError }) => isError).length;
  return (
    <section className="panel" aria-label={say('check')}>
      <div className="section-head">
        <h2>{say('check')}</h2>
        <StatusTag meaning={errors > 0 ? 'overdue' : 'done'}>
          {errors > 0 ? say('check.errors', { count: errors }) : say('check.fine')}
        </StatusTag>
      </div>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <OneFinding script={script} finding={finding} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneFinding({ script, finding, onOpen }: Omit<LintPanelProps, 'findings'> & { finding: Finding }) {
  const say = useWords(scriptsWords);
  const wording = useWording();
  const names = usePassageNames(script.passages);
  const { code, isError, passage, choice, language } = finding;
  const about = code === 'phase-missing' ? say(`phase.${finding.about as Phase}`) : finding.about;
  const choices = script.passages.find(({ key }) => key === passage)?.question?.choices ?? [];
  const named = choices.find(({ key }) => key === choice)?.name;
  const text = [
    named && wording(named),
    language && say(`in.${language}`),
    say(`lint.${code}` as 'lint.promise', { about: about ?? '' }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <StatusTag meaning={isError ? 'overdue' : 'soon'}>
        {say(isError ? 'check.mend' : 'check.think')}
      </StatusTag>{' '}
      {text}
      {passage !== null && (
        <button type="button" className="as-link" onClick={() => onOpen(passage)}>
          {names.nameOf(passage)}
        </button>
      )}
    </>
  );
}
