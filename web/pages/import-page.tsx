import { LoadingState } from '#web/ui/states.tsx';

export function ImportPage() {
  return <LoadingState />;
}
