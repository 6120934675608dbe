import { LoadingState } from '#web/ui/states.tsx';

export function FirstRunPage() {
  return <LoadingState />;
}
