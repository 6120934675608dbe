import { LoadingState } from '#web/ui/states.tsx';

export function SignInPage() {
  return <LoadingState />;
}
