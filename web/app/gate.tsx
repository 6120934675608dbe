import { useInstallation, useSession } from '#web/modules/session/api.ts';
import { MeContext } from '#web/lib/me.ts';
import { FirstRunPage } from '#web/pages/first-run-page.tsx';
import { SignInPage } from '#web/pages/sign-in-page.tsx';
import { ErrorState, LoadingState } from '#web/ui/states.tsx';
import { Shell } from './shell.tsx';

/** Lets in who is signed in; the others see the first-run or the sign-in page at the address they asked for. */
export function Gate() {
  const installation = useInstallation();
  const session = useSession();

  if (session.data) {
    return (
      <MeContext value={session.data}>
        <Shell />
      </MeContext>
    );
  }
  const error = installation.error ?? session.error;
  if (error) {
    return (
      <ErrorState
        error={error}
        onRetry={() => void Promise.all([installation.refetch(), session.refetch()])}
      />
    );
  }
  if (installation.isPending || session.isPending) return <LoadingState />;
  return installation.data?.empty ? <FirstRunPage /> : <SignInPage />;
}
