import { EditOutlined } from '@ant-design/icons';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from './status-tag.tsx';
import { uiWords } from './words.ts';

interface EnteredLaterProps {
  clinicId: string;
  /** Null of what was entered when it happened: then nothing is said. */
  at: string | null;
}

/** Written down first, and entered at that time: the time beside it is when it happened. */
export function EnteredLater({ clinicId, at }: EnteredLaterProps) {
  const say = useWords(uiWords);
  const dates = useDates(clinicId);
  if (at === null) return null;
  return (
    <StatusTag meaning="neutral" icon={<EditOutlined />}>
      {say('enteredLater', { at: dates.shortDateTime(at) })}
    </StatusTag>
  );
}
