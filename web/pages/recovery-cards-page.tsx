import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { CardTable } from '#web/modules/recoverycards/card-table.tsx';
import { NewCardDrawer } from '#web/modules/recoverycards/new-card.tsx';
import { recoveryCardWords } from '#web/modules/recoverycards/words.ts';
import { Page } from '#web/ui/page.tsx';

/** How procedures heal by their days: every card with its state. */
export function RecoveryCardsPage() {
  const say = useWords(recoveryCardWords);
  const mayWrite = useMay('scripts.write');
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        mayWrite && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say('new')}
          </Button>
        )
      }
    >
      <CardTable />
      <NewCardDrawer open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
