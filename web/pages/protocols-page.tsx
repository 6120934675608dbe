import { LoadingState } from '#web/ui/states.tsx';

export function ProtocolsPage() {
  return <LoadingState />;
}
