import { TeamOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { PhoneSharers as Sharers } from '#domain/records/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { usePhoneSharers } from './api.ts';
import { customersWords } from './words.ts';
import './customers.css';

const pauseMilliseconds = 350;
const fewestDigits = 7;

/** Who else has the phone that is being typed; a hint, and no hindrance: a family may share one. */
export function TypedPhoneSharers({ phone, except }: { phone: string | null | undefined; except?: string }) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(phone?.trim() ?? ''), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [phone]);
  const isLongEnough = asked.replace(/\D/g, '').length >= fewestDigits;
  const sharers = usePhoneSharers(isLongEnough ? asked : null).data;
  if (!isLongEnough || !sharers) return null;
  const items = sharers.items.filter(({ id }) => id !== except);
  return <PhoneSharers sharers={{ ...sharers, items }} />;
}

export function PhoneSharers({ sharers: { items, elsewhere } }: { sharers: Sharers }) {
  const say = useWords(customersWords);
  if (items.length === 0 && elsewhere === 0) return null;
  return (
    <div className="phone-sharers" role="status">
      <TeamOutlined aria-hidden /> {say('phone.shared')}
      {items.map(({ id, name, number }) => (
        <Link key={id} to="/customers/$id" params={{ id }}>
          {name} · {number}
        </Link>
      ))}
      {elsewhere > 0 && <span className="soft">{say('phone.elsewhere', { count: elsewhere })}</span>}
    </div>
  );
}
