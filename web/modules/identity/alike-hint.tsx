import { Alert, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { AlikeCustomer, AskAlike } from '#domain/identity/contract.ts';
import type { z } from 'zod';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useClinicName } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useAlike } from './api.ts';
import { Reasons } from './likeness-tags.tsx';
import { identityWords } from './words.ts';
import './identity.css';

const pauseMilliseconds = 400;

interface AlikeHintProps {
  /** What is typed of the new record so far. */
  typed: { name?: string | null; phone?: string | null; birthday?: string | null };
  onOpen: (customer: { id: string }) => void;
  /** What else can be done with somebody found here. */
  more?: (customer: { id: string; name: string }) => ReactNode;
}

/** Whoever may have a record already, said gently while a new one is typed; it keeps nobody from going on. */
export function AlikeHint({ typed, onOpen, more }: AlikeHintProps) {
  const say = useWords(identityWords);
  const asked = useAskedWhenPausing(typed);
  const { data } = useAlike(asked);
  if (!data || data.items.length === 0) return null;

  return (
    <Alert
      type="info"
      showIcon
      role="status"
      className="alike"
      title={say('alike.title')}
      description={
        <ul>
          {data.items.map((customer) => (
            <li key={customer.id}>
              <AlikeLine customer={customer} />
              <span className="line">
                <Button size="small" onClick={() => onOpen(customer)}>
                  {say('alike.open')}
                </Button>
                {more?.(customer)}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function AlikeLine({ customer }: { customer: z.output<typeof AlikeCustomer> }) {
  const sayClinic = useWords(clinicWords);
  const clinicName = useClinicName();
  const { name, gender, phone, number, clinicId, reasons } = customer;
  const facts = [
    gender === 'unknown' ? null : sayClinic(`gender.${gender}`),
    phone,
    number,
    clinicName(clinicId),
  ];
  return (
    <span className="rows">
      <span>
        <strong>{name}</strong> {facts.filter(Boolean).join(' · ')}
      </span>
      <Reasons reasons={reasons} />
    </span>
  );
}

function useAskedWhenPausing(typed: AlikeHintProps['typed']): AskAlike {
  const name = typed.name?.trim().slice(0, 80) ?? '';
  const phone = typed.phone?.trim().slice(0, 40) ?? '';
  const birthday = typed.birthday ?? '';
  const [asked, setAsked] = useState<AskAlike>({});
  useEffect(() => {
    const timer = setTimeout(
      () => setAsked({ ...(name && { name }), ...(phone && { phone }), ...(birthday && { birthday }) }),
      pauseMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [name, phone, birthday]);
  return asked;
}
