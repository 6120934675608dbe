import { Button } from 'antd';
import type { FormVersion, FormView } from '#domain/forms/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords, type Say } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { formWords } from './words.ts';

interface FormVersionsProps {
  form: FormView;
  looked: FormVersion | null;
  onLook: (version: FormVersion | null) => void;
  /** To go on writing from it; left out for whoever writes nothing. */
  onTake?: (version: FormVersion) => void;
}

/** What was asked before, the newest first: to look at, and to begin again from. */
export function FormVersions({ form, looked, onLook, onTake }: FormVersionsProps) {
  const say = useWords(formWords);
  const dates = useDates();
  return (
    <section className="panel">
      <h2>{say('versions')}</h2>
      <ul className="form-requests">
        {form.history.map((version) => (
          <li key={version.version} className="line">
            <b>{nameOf(version, say)}</b>
            {version.version === form.inForce?.version && (
              <StatusTag meaning="done">{say('versions.now')}</StatusTag>
            )}
            {version.publishedAt && (
              <span className="soft">
                {say('versions.by', {
                  name: version.publishedByName ?? say('version.shipped'),
                  at: dates.shortDateTime(version.publishedAt),
                })}
              </span>
            )}
            <span className="form-push" />
            {looked?.version === version.version ? (
              <Button size="small" onClick={() => onLook(null)}>
                {say('versions.back')}
              </Button>
            ) : (
              <Button size="small" onClick={() => onLook(version)}>
                {say('versions.look')}
              </Button>
            )}
            {onTake && (
              <Button size="small" onClick={() => onTake(version)}>
                {say('versions.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function nameOf(
  { version, isShipped }: Pick<FormVersion, 'version' | 'isShipped'>,
  say: Say<(typeof formWords)['zh']>,
): string {
  return isShipped ? say('version.shipped') : say('version.n', { n: version });
}
