import { LoadingState } from '#web/ui/states.tsx';

export function ClinicsPage() {
  return <LoadingState />;
}
