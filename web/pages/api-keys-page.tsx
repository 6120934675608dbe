import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '#web/lib/words.ts';
import { AddApiKeyDrawer } from '#web/modules/staff/add-api-key-drawer.tsx';
import { ApiKeyTable } from '#web/modules/staff/api-key-table.tsx';
import { staffWords } from '#web/modules/staff/words.ts';
import { Page } from '#web/ui/page.tsx';
import { ShownOnce } from '#web/ui/shown-once.tsx';

export function ApiKeysPage() {
  const say = useWords(staffWords);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);

  return (
    <Page
      title={say('key.title')}
      about={say('key.about')}
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {say('key.add')}
        </Button>
      }
    >
      <ApiKeyTable />
      <AddApiKeyDrawer
        open={adding}
        onClose={() => setAdding(false)}
        onMade={(made) => setSecret(made.secret)}
      />
      <Modal
        open={secret !== null}
        title={say('key.secret.done')}
        footer={null}
        mask={{ closable: false }}
        onCancel={() => setSecret(null)}
      >
        <p>{say('key.secret.text')}</p>
        <ShownOnce text={secret ?? ''} label={say('key.secret')} />
      </Modal>
    </Page>
  );
}
