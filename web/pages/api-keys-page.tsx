import { LoadingState } from '#web/ui/states.tsx';

export function ApiKeysPage() {
  return <LoadingState />;
}
