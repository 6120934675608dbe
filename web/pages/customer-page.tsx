import { LoadingState } from '#web/ui/states.tsx';

export function CustomerPage() {
  return <LoadingState />;
}
