import { LoadingState } from '#web/ui/states.tsx';

export function ImportsPage() {
  return <LoadingState />;
}
