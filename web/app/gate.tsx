import { useSignal } from '#web/lib/signal.ts';
import { useInstallation, useSession } from '#web/modules/session/api.ts';
import { connection } from '#web/lib/connection.ts';
import { MeContext } from '#web/lib/me.ts';
import { FirstRunPage } from '#web/pages/first-run-page.tsx';
import { OfflinePage } from '#web/pages/offline-page.tsx';
import { SignInPage } from '#web/pages/sign-in-page.tsx';
import { ErrorState, LoadingState } from '#web/ui/states.tsx';
import { Shell } from './shell.tsx';

/** Lets in who is signed in; while the server is out of reach the day's list; the others see the first-run or the sign-in page at the address they asked for. */
export function Gate() {
  const installation = useInstallation();
  const session = useSession();
  const isLost = useSignal(connection) === 'lost';

  if (session.data) {
    return (
      <MeContext value={session.data}>
        <Shell />
      </MeContext>
    );
  }
  const error = installation.error ?? session.error;
  if (error) {
    const onRetry = () => void Promise.all([installation.refetch(), session.refetch()]);
    if (isLost) return <OfflinePage error={error} onRetry={onRetry} />;
    // The server is back, and asked again.
    if (session.isFetching) return <LoadingState />;
    return <ErrorState error={error} onRetry={onRetry} />;
  }
  if (installation.isPending || session.isPending) return <LoadingState />;
  return installation.data?.empty ? <FirstRunPage /> : <SignInPage />;
}
