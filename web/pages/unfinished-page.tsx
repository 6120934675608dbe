import { LoadingState } from '#web/ui/states.tsx';

export function UnfinishedPage() {
  return <LoadingState />;
}
