import { UndoOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CustomerClasses, DeskContact } from '#domain/classes/contract.ts';
import { deskChannels } from '#domain/classes/desk-contact.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useChosenClinic } from '#web/lib/me.ts';
import { useLabelled, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useCustomerClasses, useRecordContact, useWithdrawContact } from './api.ts';
import { ChannelChoice, lastChannel, rememberChannel } from './channel-choice.tsx';
import { ClassChips } from './class-chips.tsx';
import { useClassKeys } from './class-keys.ts';
import { useClassNames } from './class-names.ts';
import { ContactClass } from './contact-class.tsx';
import { classesWords } from './words.ts';
import './classes.css';

/** Records a contact of this customer with its class under one key, and shows the ones before. */
export function ContactPanel({ customer }: { customer: Customer }) {
  const say = useWords(classesWords);
  const classes = useCustomerClasses(customer.id);
  return (
    <section className="panel contact-panel" aria-label={say('record')}>
      <div className="section-head">
        <h2>{say('record')}</h2>
      </div>
      <Loaded of={classes}>
        {(classes) => (
          <>
            <NewContact customer={customer} stage={classes.stage} />
            <PastContacts customer={customer} classes={classes} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function NewContact({ customer, stage }: { customer: Customer; stage: CustomerClasses['stage'] }) {
  const say = useWords(classesWords);
  const labelled = useLabelled();
  const { labelOf } = useClassNames();
  const tell = useTell();
  const clinic = useChosenClinic();
  const record = useRecordContact();
  const withdraw = useWithdrawContact();
  const [channel, setChannel] = useState(lastChannel);
  const [matter, setMatter] = useState('');
  const [taken, setTaken] = useState<DeskContact | null>(null);

  const take = async (code: string | null) => {
    if (record.isPending) return;
    try {
      const contact = { customerId: customer.id, ...(clinic && { clinicId: clinic.id }) };
      setTaken(await record.mutateAsync({ ...contact, channel, code, matter: matter.trim() || null }));
      setMatter('');
    } catch (error) {
      tell.failed(error);
    }
  };
  const takeBack = async () => {
    if (!taken) return;
    try {
      await withdraw.mutateAsync(taken.id);
      tell.done(say('undone'));
      setTaken(null);
    } catch (error) {
      tell.failed(error);
    }
  };
  useClassKeys(stage, (code) => void take(code));
  useKeys({ u: () => void takeBack() });

  return (
    <>
      <div className="line contact-how">
        <ChannelChoice
          value={channel}
          choices={deskChannels}
          onChange={(next) => {
            setChannel(next);
            rememberChannel(next);
          }}
        />
      </div>
      <Input
        aria-label={say('matter')}
        placeholder={labelled(say('matter'), say('matter.hint'))}
        maxLength={500}
        value={matter}
        onChange={({ target }) => setMatter(target.value)}
      />
      <ClassChips
        stage={stage}
        disabled={record.isPending}
        onPick={(code) => void take(code)}
        onNone={() => void take(null)}
      />
      <p className="soft wide-only">{say('record.how')}</p>
      {taken && (
        <p className="line contact-taken" role="status">
          <span>
            {say('record.done', {
              channel: say(`channel.${taken.channel}`),
              class: taken.code === null ? say('none') : labelOf(taken.code),
            })}
          </span>
          <Button
            size="small"
            icon={<UndoOutlined />}
            loading={withdraw.isPending}
            onClick={() => void takeBack()}
          >
            {say('undo')} <kbd className="wide-only">U</kbd>
          </Button>
        </p>
      )}
    </>
  );
}

function PastContacts({ customer, classes }: { customer: Customer; classes: CustomerClasses }) {
  const say = useWords(classesWords);
  const dates = useDates(customer.clinicId);
  const { contacts, changes } = classes;
  return (
    <>
      <h3>{say('contacts.of')}</h3>
      {contacts.length === 0 && <p className="soft">{say('contacts.of.none')}</p>}
      <ul className="contact-list">
        {contacts.slice(0, 5).map((contact) => (
          <li key={contact.id}>
            <span className="line">
              <span>
                {dates.shortDateTime(contact.at)} · {say(`channel.${contact.channel}`)} · {contact.staffName}
              </span>
              <ContactClass contact={contact} />
            </span>
            {contact.matter && <p className="soft">{contact.matter}</p>}
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <details>
          <summary>{say('history')}</summary>
          <ul className="contact-list">
            {changes.map(({ id, before, code, at, byName, source }) => (
              <li key={id}>
                {before === null ? code : `${before} → ${code}`}{' '}
                <span className="soft">
                  {dates.shortDateTime(at)} · {say(`history.${source}`, { name: byName })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
