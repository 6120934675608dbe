import { LoadingState } from '#web/ui/states.tsx';

export function TeamsPage() {
  return <LoadingState />;
}
