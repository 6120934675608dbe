import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { VisitList } from '#domain/visits/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { get } from '#web/lib/http.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { consultationsWords } from './words.ts';

interface VisitSelectProps {
  customerId: string;
  /** Stays on offer after it was closed. */
  chosen: string | null;
  id?: string;
  value?: string | null;
  onChange?: (visitId: string) => void;
}

/** The visit a consultation happens in: the open one, which is taken by itself where there is one. */
export function VisitSelect({ customerId, chosen, id, value, onChange }: VisitSelectProps) {
  const say = useWords(consultationsWords);
  const dates = useDates();
  const { data } = useQuery({
    queryKey: ['visits', customerId],
    queryFn: () => get('/visits', VisitList, { customerId }),
  });
  const visits = data?.items.filter((visit) => visit.state === 'open' || visit.id === chosen) ?? [];
  const first = visits[0]?.id;
  useEffect(() => {
    if (!value && first) onChange?.(first);
  }, [value, first, onChange]);

  if (data && visits.length === 0) return <span className="soft">{say('visit.none')}</span>;
  return (
    <Select<string>
      {...(id && { id })}
      value={value ?? null}
      {...(onChange && { onChange })}
      options={visits.map(({ id, openedAt, chiefComplaint }) => ({
        value: id,
        label: [dates.dateTime(openedAt), chiefComplaint].filter(Boolean).join(' · '),
      }))}
    />
  );
}
