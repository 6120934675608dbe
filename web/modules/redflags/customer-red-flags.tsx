import { useMay } from '#web/lib/me.ts';
import { useRedFlags } from './api.ts';
import { RedFlagNotices } from './red-flag-notices.tsx';

const lastAnswers = 2;

/** On the record: what waits for a doctor, and the last words of doctors. */
export function CustomerRedFlags({ customerId }: { customerId: string }) {
  const mayRead = useMay('followups.read');
  const open = useRedFlags({ customerId, state: 'open' }, mayRead).data?.items ?? [];
  const answered =
    useRedFlags({ customerId, state: 'answered', pageSize: lastAnswers }, mayRead).data?.items ?? [];
  return <RedFlagNotices flags={[...open, ...answered]} />;
}
