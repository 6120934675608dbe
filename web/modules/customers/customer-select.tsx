import { useState } from 'react';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { useCustomers } from './api.ts';
import { customersWords } from './words.ts';

export interface CustomerSelectProps {
  value?: string | null;
  onChange?: (id: string | null) => void;
  id?: string;
  /** The name of who is chosen already. */
  chosenName?: string | null;
  /** Who cannot be chosen. */
  except?: string;
}

/** A customer, found as in the list: by name, pinyin, number or last digits. */
export function CustomerSelect({ value, onChange, id, chosenName, except }: CustomerSelectProps) {
  const say = useWords(customersWords);
  const [search, setSearch] = useState('');
  const found = useCustomers({ search, page: 1, pageSize: 20 });
  const items = search === '' ? [] : (found.data?.items ?? []);
  const options = items
    .filter((customer) => customer.id !== except)
    .map(({ id, name, number, phone }) => ({
      value: id,
      label: [name, number, phone].filter(Boolean).join(' · '),
    }));
  const isListed = options.some((option) => option.value === value);

  return (
    <Select<string>
      {...(id && { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder={say('search')}
      value={value ?? null}
      options={value && chosenName && !isListed ? [{ value, label: chosenName }, ...options] : options}
      notFoundContent={search === '' ? null : undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      style={{ width: '100%' }}
    />
  );
}
