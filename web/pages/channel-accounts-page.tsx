import { useState } from 'react';
import type { AccountKind } from '#domain/messaging/account.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { AccountBoard, AddAccountButton } from '#web/modules/messaging/account-board.tsx';
import { accountWords } from '#web/modules/messaging/account-words.ts';
import { SendingState } from '#web/modules/messaging/sending-state.tsx';
import { Page } from '#web/ui/page.tsx';

/** The accounts messages go out by. */
export function ChannelAccountsPage() {
  const say = useWords(accountWords);
  // Who runs the accounts need not be somebody who reads messages.
  const mayReadMessages = useMay('messages.read');
  const [adding, setAdding] = useState<AccountKind | null>(null);
  return (
    <Page title={say('title')} about={say('about')} actions={<AddAccountButton onAdd={setAdding} />}>
      {mayReadMessages && <SendingState />}
      <AccountBoard adding={adding} onAddingDone={() => setAdding(null)} />
    </Page>
  );
}
