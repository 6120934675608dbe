import { LoadingState } from '#web/ui/states.tsx';

export function StaffPage() {
  return <LoadingState />;
}
