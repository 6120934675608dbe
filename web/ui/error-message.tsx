import { Alert, Button } from 'antd';
import { isApiError } from '#web/lib/api-error.ts';
import { sessionEnded } from '#web/lib/connection.ts';
import { useErrorWords } from '#web/lib/error-words.ts';
import { useSignal } from '#web/lib/signal.ts';
import { useWords } from '#web/lib/words.ts';
import { uiWords } from './words.ts';

/** What went wrong and what to do, beside where it happened. */
export function ErrorMessage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords(uiWords);
  const words = useErrorWords();
  const ended = useSignal(sessionEnded);
  if (error === null || error === undefined) return null;
  // Whoever is signed in again has nothing left to do about it.
  if (isApiError(error, 'signed-out') && !ended) return null;
  const { happened, toDo, reference } = words(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={happened}
      description={
        <>
          {toDo}
          {reference && <span className="soft"> {say('reference', { code: reference })}</span>}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{say('retry')}</Button>}
    />
  );
}
