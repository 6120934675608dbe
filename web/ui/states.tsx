import { Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from './error-message.tsx';
import { uiWords } from './words.ts';

/** Nothing to show, and what one could do about it. */
export function EmptyState({ text, action }: { text?: string; action?: ReactNode }) {
  const say = useWords(uiWords);
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text ?? say('empty')}>
      {action}
    </Empty>
  );
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div style={{ maxWidth: 640, padding: 16 }}>
      <ErrorMessage error={error} {...(onRetry && { onRetry })} />
    </div>
  );
}

export function LoadingState({ rows = 6 }: { rows?: number }) {
  const say = useWords(uiWords);
  return (
    <div role="status" aria-label={say('loading')} style={{ padding: 16 }}>
      <Skeleton title={false} paragraph={{ rows }} />
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Shows what a query brought; before that a skeleton, or the error with a way to try again. */
export function Loaded<T>({ of: asked, children }: { of: Asked<T>; children: (data: T) => ReactNode }) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  return <LoadingState />;
}
