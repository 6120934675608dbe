import { Link } from '@tanstack/react-router';
import { Pagination } from 'antd';
import { useState } from 'react';
import type { DeskContact, DeskContactPage } from '#domain/classes/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useSetClass } from './api.ts';
import { ClassChips } from './class-chips.tsx';
import { useClassKeys } from './class-keys.ts';
import { ContactClass } from './contact-class.tsx';
import { classesWords } from './words.ts';
import './classes.css';

interface ContactsBoardProps {
  list: DeskContactPage;
  page: { page: number; pageSize: number };
  onPage: (page: { page: number; pageSize: number }) => void;
}

/** The contacts one under the other, one of them chosen: J and K move, a letter classes it and moves on. */
export function ContactsBoard({ list, page, onPage }: ContactsBoardProps) {
  const say = useWords(classesWords);
  const tell = useTell();
  const setClass = useSetClass();
  const { items, total } = list;
  const [askedId, setAskedId] = useState<string | null>(null);
  const place = Math.max(
    0,
    items.findIndex(({ id }) => id === askedId),
  );
  const chosen = items[place];
  const go = (step: number) => {
    const next = items[place + step];
    if (next) setAskedId(next.id);
  };
  const pick = (code: string) => {
    if (!chosen || chosen.confirmed !== null || setClass.isPending) return;
    const next = items[place + 1];
    setClass.mutate(
      { id: chosen.id, code },
      { onSuccess: () => setAskedId(next?.id ?? chosen.id), onError: tell.failed },
    );
  };
  useKeys({ j: () => go(1), k: () => go(-1), arrowdown: () => go(1), arrowup: () => go(-1) });
  useClassKeys(chosen?.stage ?? 'M', chosen ? pick : null);

  if (items.length === 0) return <EmptyState text={say('contacts.none')} />;
  return (
    <>
      <ul className="contact-rows" aria-label={say('contacts')}>
        {items.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            isChosen={contact === chosen}
            busy={setClass.isPending}
            onChoose={() => setAskedId(contact.id)}
            onPick={pick}
          />
        ))}
      </ul>
      {total > page.pageSize && (
        <Pagination
          align="end"
          style={{ marginTop: 12 }}
          current={page.page}
          pageSize={page.pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(page, pageSize) => onPage({ page, pageSize })}
        />
      )}
    </>
  );
}

interface ContactRowProps {
  contact: DeskContact;
  isChosen: boolean;
  busy: boolean;
  onChoose: () => void;
  onPick: (code: string) => void;
}

function ContactRow({ contact, isChosen, busy, onChoose, onPick }: ContactRowProps) {
  const say = useWords(classesWords);
  const dates = useDates(contact.clinicId);
  const { customer, channel, at, staffName, matter, stage, code, confirmed } = contact;
  return (
    <li className="contact-row" aria-current={isChosen} onClick={onChoose}>
      <span className="line">
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
        <span className="soft">{customer.age !== null && say('age', { count: customer.age })}</span>
      </span>
      <span>
        {say(`channel.${channel}`)} · {dates.shortDateTime(at)} · {staffName}
      </span>
      <span className={matter ? 'matter' : 'matter soft'}>{matter ?? say('matter.none')}</span>
      <ContactClass contact={contact} />
      {isChosen && confirmed === null && (
        <ClassChips stage={stage} value={code} disabled={busy} onPick={onPick} />
      )}
    </li>
  );
}
