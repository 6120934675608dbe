import { useWords } from '#web/lib/words.ts';
import { useNoShowsOf } from './api.ts';
import { noShowWords } from './words.ts';

/** How often this customer did not come, apart from what they cancelled; nothing where they always came. */
export function NoShowLine({ customerId }: { customerId: string }) {
  const say = useWords(noShowWords);
  const { data } = useNoShowsOf(customerId);
  if (!data || data.missed === 0) return null;
  const { missed, total, cancelled } = data;
  return <p className="soft">{say('record.line', { missed, total, cancelled })}</p>;
}
