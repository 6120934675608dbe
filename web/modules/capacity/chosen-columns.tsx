import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { DayItem } from '#domain/capacity/contract.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import type { Column } from '#web/ui/data-table.tsx';
import { capacityWords } from './words.ts';

type Item = Pick<DayItem, 'customerId' | 'customerName' | 'protocolName' | 'stepName'> & { id: string };

export interface Chosen {
  ids: ReadonlySet<string>;
  set: (ids: readonly string[]) => void;
}

/** Which of the listed followups something is to be done with. */
export function useChosen(first: readonly string[] = []): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(first));
  return { ids, set: (ids) => setIds(new Set(ids)) };
}

/** Every list of followups that something is done with begins so: a box, whom it is about, and what about. */
export function useChosenColumns({ ids, set }: Chosen): Column<Item>[] {
  const say = useWords(capacityWords);
  const wording = useWording();
  return [
    {
      key: 'choose',
      title: '',
      width: 40,
      show: ({ id, customerName }) => (
        <Checkbox
          aria-label={say('choose', { name: customerName })}
          checked={ids.has(id)}
          onChange={({ target }) =>
            set(target.checked ? [...ids, id] : [...ids].filter((each) => each !== id))
          }
        />
      ),
    },
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customerId, customerName }) => (
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName}
        </Link>
      ),
    },
    {
      key: 'matter',
      title: say('matter'),
      show: ({ protocolName, stepName }) => `${wording(protocolName)} · ${wording(stepName)}`,
    },
  ];
}
