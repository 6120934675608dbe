import { LoadingState } from '#web/ui/states.tsx';

export function TodayPage() {
  return <LoadingState />;
}
