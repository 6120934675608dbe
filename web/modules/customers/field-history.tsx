import { HistoryOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { Loaded } from '#web/ui/states.tsx';
import { useChanges } from './api.ts';
import { customersWords } from './words.ts';

interface FieldHistoryProps {
  customer: Pick<Customer, 'id' | 'clinicId'>;
  field: string;
  label: string;
}

/** What a field said before, who changed it and when. */
export function FieldHistory({ customer, field, label }: FieldHistoryProps) {
  const say = useWords(customersWords);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="left"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      title={say('history.of', { field: label })}
      content={open && <Changes customer={customer} field={field} />}
    >
      <Button
        type="text"
        size="small"
        icon={<HistoryOutlined />}
        aria-label={say('history.of', { field: label })}
      />
    </Popover>
  );
}

function Changes({ customer, field }: Omit<FieldHistoryProps, 'label'>) {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates(customer.clinicId);
  const read = (value: string | null): string => {
    if (value === null || value === '') return say('history.nothing');
    if (field === 'gender') return sayClinic(`gender.${value as 'female'}`);
    if (field === 'birthday') return dates.day(value);
    if (value === 'true' || value === 'false') return say(value === 'true' ? 'yes' : 'no');
    return value;
  };
  return (
    <Loaded of={useChanges(customer.id, field)}>
      {({ items }) => (
        <ol className="field-history">
          {items.length === 0 && <li className="soft">{say('history.none')}</li>}
          {items.map(({ id, oldValue, newValue, at, byName }) => (
            <li key={id}>
              <div className="written">
                <del>{read(oldValue)}</del> → {read(newValue)}
              </div>
              <div className="soft timeline-when">
                {dates.dateTime(at)}
                {byName && ` · ${byName}`}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
