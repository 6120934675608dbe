import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ListCustomers } from '#domain/customers/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { ConsultInstead } from '#web/modules/consultations/consult-instead.tsx';
import { useRecordContact } from '#web/modules/classes/api.ts';
import { rememberChannel } from '#web/modules/classes/channel-choice.tsx';
import { useClassNames } from '#web/modules/classes/class-names.ts';
import { ContactFields } from '#web/modules/classes/contact-fields.tsx';
import { noContact, type FirstContact } from '#web/modules/classes/first-contact.ts';
import { useCustomers } from '#web/modules/customers/api.ts';
import { CreateCustomerDrawer } from '#web/modules/customers/create-customer-drawer.tsx';
import { CustomerFilters } from '#web/modules/customers/customer-filters.tsx';
import { CustomerTable } from '#web/modules/customers/customer-table.tsx';
import { customersWords } from '#web/modules/customers/words.ts';
import { TransferBar } from '#web/modules/handovers/transfer-bar.tsx';
import { AlikeHint } from '#web/modules/identity/alike-hint.tsx';
import { useStaff } from '#web/modules/staff/api.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { Page } from '#web/ui/page.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useHandoverNames } from './handover-names.ts';

export function CustomersPage() {
  const say = useWords(customersWords);
  const mayCreate = useMay('customers.write');
  const mayImport = useMay('imports.run');
  const tell = useTell();
  const navigate = useNavigate();
  const [filter, setFilter] = useUrlFilters(ListCustomers);
  const colleagues = useStaff().data?.items ?? [];
  const found = useCustomers(filter).data;
  const number = useNumber();
  const [creating, setCreating] = useState(false);
  const mayHandOn = useMay('ownership.decide');
  const names = useHandoverNames();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const shown = found?.items.map(({ id }) => id) ?? [];
  const chosen = shown.filter((id) => ticked.has(id));
  const [contact, setContact] = useState<FirstContact>(noContact);
  const mayClass = useMay('classes.set');
  const { nameOf } = useClassNames();
  const record = useRecordContact();
  const mayConsult = useMay('consultations.write');
  const open = ({ id }: { id: string }) => void navigate({ to: '/customers/$id', params: { id } });
  const openAt = ({ id, customerId }: { id: string; customerId: string }) =>
    void navigate({
      to: '/customers/$id',
      params: { id: customerId },
      search: { consultation: id } as never,
    });

  const startCreating = () => {
    setContact(noContact);
    setCreating(true);
  };
  // The record is there by now: what went wrong with the contact can be put right on it.
  const recordFirst = async (customerId: string) => {
    const { channel, code, matter } = contact;
    if (channel === 'none') return;
    rememberChannel(channel);
    await record
      .mutateAsync({ customerId, channel, code, matter: matter.trim() || null })
      .catch((error: unknown) => tell.failed(error));
  };

  return (
    <Page
      title={say('title')}
      about={found && say('count', { count: `${number(found.total)}${found.andMore ? '+' : ''}` })}
      actions={
        mayCreate && (
          <Button type="primary" onClick={startCreating}>
            {say('create')}
          </Button>
        )
      }
    >
      <CustomerFilters filter={filter} colleagues={colleagues} onChange={setFilter} />
      {mayHandOn && (
        <TransferBar
          chosen={chosen}
          filter={filter}
          found={found}
          colleagues={colleagues}
          names={names}
          onChooseAll={(all) => setTicked(new Set(all ? shown : []))}
          onDone={() => setTicked(new Set())}
        />
      )}
      <CustomerTable
        filter={filter}
        onChange={setFilter}
        onOpen={open}
        nameOfClass={nameOf}
        nobodyYet={
          <EmptyState
            text={say('empty.begin')}
            action={
              mayCreate && (
                <div className="rows" style={{ alignItems: 'center' }}>
                  <span className="soft">{say('empty.begin.text')}</span>
                  <div className="line">
                    <Button onClick={startCreating}>{say('empty.create')}</Button>
                    {mayImport && (
                      <Link to="/imports">
                        <Button>{say('empty.import')}</Button>
                      </Link>
                    )}
                  </div>
                </div>
              )
            }
          />
        }
        {...(mayHandOn && { chosen: ticked, onChoose: setTicked })}
      />
      <CreateCustomerDrawer
        open={creating}
        onClose={() => setCreating(false)}
        colleagues={colleagues}
        hint={(typed) => (
          <AlikeHint
            typed={typed}
            onOpen={open}
            more={(customer) =>
              mayConsult && (
                <ConsultInstead
                  customer={customer}
                  lead={{
                    asked: [contact.matter, typed.notes].filter(Boolean).join('\n'),
                    channelSource: typed.channelSource ?? null,
                  }}
                  onOpened={openAt}
                />
              )
            }
          />
        )}
        more={mayClass && <ContactFields value={contact} onChange={setContact} />}
        onCreated={async (customer) => {
          if (mayClass) await recordFirst(customer.id);
          tell.done(say('create.done'));
          open(customer);
        }}
      />
    </Page>
  );
}
