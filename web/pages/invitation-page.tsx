import { LoadingState } from '#web/ui/states.tsx';

export function InvitationPage() {
  return <LoadingState />;
}
