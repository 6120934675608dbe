import { Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { accountKinds, channelOf } from '#domain/messaging/account.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import type { ChannelAccount } from '#domain/messaging/contract.ts';
import { apiBase } from '#web/lib/http.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ShownOnce } from '#web/ui/shown-once.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { AccountCard } from './account-card.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { accountWords } from './account-words.ts';
import { useAccounts } from './api.ts';
import './messaging.css';

const groups = ['sms', 'wechat', 'wecom', 'email', 'group'] as const;
/** Whose servers call back with receipts and replies. */
const callsBack: readonly AccountKind[] = [
  ...(['aliyun-sms', 'tencent-sms', 'wechat-official', 'wecom-customer', 'wecom-app'] as const),
];

interface AccountBoardProps {
  /** What is being set up; null is nothing. */
  adding: AccountKind | null;
  onAddingDone: () => void;
}

/** Every account by the way it leads, and by hand, which is always there. */
export function AccountBoard({ adding, onAddingDone }: AccountBoardProps) {
  const say = useWords(accountWords);
  const tell = useTell();
  const accounts = useAccounts();
  const [editing, setEditing] = useState<ChannelAccount | null>(null);
  const [callback, setCallback] = useState<string | null>(null);
  // While the drawer slides out it still shows what it was about.
  const [lastKind, setLastKind] = useState<AccountKind>('aliyun-sms');
  const kind = editing?.kind ?? adding ?? lastKind;
  if (kind !== lastKind) setLastKind(kind);

  return (
    <>
      <Loaded of={accounts}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <div className="panel">
                <EmptyState text={say('none')} />
              </div>
            )}
            {groups.map((group) => {
              const own = items.filter((account) => channelOf[account.kind] === group);
              if (own.length === 0) return null;
              return (
                <section key={group}>
                  <h2 className="part">{say(`group.${group}`)}</h2>
                  {(group === 'sms' || group === 'group') && (
                    <p className="soft list-tip">{say(`group.hint.${group}`)}</p>
                  )}
                  <ul className="channel-accounts">
                    {own.map((account) => (
                      <AccountCard key={account.id} account={account} onEdit={() => setEditing(account)} />
                    ))}
                  </ul>
                </section>
              );
            })}
            <section>
              <h2 className="part">{say('group.by_hand')}</h2>
              <p className="panel soft">{say('byHand.text')}</p>
            </section>
          </>
        )}
      </Loaded>
      <AccountDrawer
        kind={kind}
        account={editing}
        open={editing !== null || adding !== null}
        onClose={() => {
          setEditing(null);
          onAddingDone();
        }}
        onAdded={(added, token) => {
          tell.done(say('saved'));
          if (callsBack.includes(added))
            setCallback(`${window.location.origin}${apiBase}/provider-callbacks/${token}`);
        }}
      />
      <Modal
        open={callback !== null}
        title={say('callback')}
        closable={false}
        footer={
          <Button type="primary" onClick={() => setCallback(null)}>
            {say('callback.close')}
          </Button>
        }
      >
        <p>{say('callback.text')}</p>
        {callback !== null && <ShownOnce text={callback} label={say('callback')} />}
      </Modal>
    </>
  );
}

/** Which provider the new account is at. */
export function AddAccountButton({ onAdd }: { onAdd: (kind: AccountKind) => void }) {
  const say = useWords(accountWords);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: accountKinds.map((key) => ({ key, label: say(`kind.${key}`), onClick: () => onAdd(key) })),
      }}
    >
      <Button type="primary">{say('add')}</Button>
    </Dropdown>
  );
}
