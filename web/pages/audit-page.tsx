import { LoadingState } from '#web/ui/states.tsx';

export function AuditPage() {
  return <LoadingState />;
}
