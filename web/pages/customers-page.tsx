import { LoadingState } from '#web/ui/states.tsx';

export function CustomersPage() {
  return <LoadingState />;
}
