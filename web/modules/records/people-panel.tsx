import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CustomerRecord, Relation, Somebody } from '#domain/records/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { AddPhoneDrawer } from './add-phone-drawer.tsx';
import { AddRelationDrawer, type PickCustomer } from './add-relation-drawer.tsx';
import { useRemovePhone, useRemoveRelation } from './api.ts';
import { recordsWords } from './words.ts';
import './records.css';

interface PeoplePanelProps {
  customerId: string;
  record: CustomerRecord;
  pickCustomer: PickCustomer;
}

/** Who belongs to this customer: family, guardian, who sent them, whom they sent, who shares their phone. */
export function PeoplePanel({ customerId, record, pickCustomer }: PeoplePanelProps) {
  const say = useWords(recordsWords);
  const mayEdit = useMay('customers.write');
  const confirm = useConfirm();
  const removeRelation = useRemoveRelation(customerId);
  const removePhone = useRemovePhone(customerId);
  const [adding, setAdding] = useState<'relation' | 'phone' | null>(null);
  const { relations, phones, samePhone, referred, warnings } = record;
  const askToRemove = (title: string, onYes: () => Promise<unknown>) =>
    void confirm({ title, yes: say('remove'), dangerous: true, onYes });

  return (
    <section className="panel people">
      <div className="section-head">
        <h2>{say('people')}</h2>
        {mayEdit && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding('relation')}>
            {say('people.add')}
          </Button>
        )}
      </div>
      {warnings.includes('minor-without-guardian') && (
        <div role="alert">
          <StatusTag meaning="overdue">{say('minor')}</StatusTag>
        </div>
      )}
      {relations.length === 0 && <p className="soft">{say('people.none')}</p>}
      <ul className="plain-list">
        {relations.map((relation) => (
          <li key={relation.id} className="line">
            <RelationLine relation={relation} />
            <span className="push" />
            {mayEdit &&
              (relation.isFromOtherSide ? (
                <span className="soft small">{say('relation.otherSide')}</span>
              ) : (
                <Remove
                  label={`${say('remove')} ${relation.name}`}
                  onDo={() =>
                    askToRemove(say('relation.remove', { name: relation.name }), () =>
                      removeRelation.mutateAsync(relation.id),
                    )
                  }
                />
              ))}
          </li>
        ))}
      </ul>
      {referred.length > 0 && <Named title={say('referred')} people={referred} />}
      {(samePhone.items.length > 0 || samePhone.elsewhere > 0) && (
        <Named title={say('samePhone')} people={samePhone.items}>
          {samePhone.elsewhere > 0 && say('samePhone.elsewhere', { count: samePhone.elsewhere })}
        </Named>
      )}
      <div className="section-head">
        <h3>{say('phones')}</h3>
        {mayEdit && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding('phone')}>
            {say('phones.add')}
          </Button>
        )}
      </div>
      <ul className="plain-list">
        {phones.map(({ id, phone, label }) => (
          <li key={id} className="line">
            <span className="nowrap">{phone}</span>
            {label && <span className="soft">{label}</span>}
            <span className="push" />
            {mayEdit && (
              <Remove
                label={`${say('remove')} ${phone}`}
                onDo={() => askToRemove(say('phone.remove', { phone }), () => removePhone.mutateAsync(id))}
              />
            )}
          </li>
        ))}
      </ul>
      <AddRelationDrawer
        customerId={customerId}
        pickCustomer={pickCustomer}
        needsGuardian={warnings.includes('minor-without-guardian')}
        open={adding === 'relation'}
        onClose={() => setAdding(null)}
      />
      <AddPhoneDrawer customerId={customerId} open={adding === 'phone'} onClose={() => setAdding(null)} />
    </section>
  );
}

function RelationLine({ relation: { kind, name, customerId, phone, isGuardian } }: { relation: Relation }) {
  const say = useWords(recordsWords);
  return (
    <>
      <span className="soft">{say(`kind.${kind}`)}</span>
      {customerId ? (
        <Link to="/customers/$id" params={{ id: customerId }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {phone && <span className="soft nowrap">{phone}</span>}
      {isGuardian && <StatusTag meaning="done">{say('guardian')}</StatusTag>}
    </>
  );
}

function Named({ title, people, children }: { title: string; people: Somebody[]; children?: ReactNode }) {
  return (
    <div className="line">
      <span className="soft">{title}</span>
      {people.map(({ id, name, number }) => (
        <Link key={id} to="/customers/$id" params={{ id }}>
          {name} · {number}
        </Link>
      ))}
      {children && <span className="soft">{children}</span>}
    </div>
  );
}

function Remove({ label, onDo }: { label: string; onDo: () => void }) {
  return <Button type="text" size="small" icon={<CloseOutlined />} aria-label={label} onClick={onDo} />;
}
