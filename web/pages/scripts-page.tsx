import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { ForbiddenWords } from '#web/modules/scripts/forbidden-words.tsx';
import { NewScriptDrawer } from '#web/modules/scripts/new-script.tsx';
import { ScriptTable } from '#web/modules/scripts/script-table.tsx';
import { scriptsWords } from '#web/modules/scripts/words.ts';
import { Page } from '#web/ui/page.tsx';

/** What is said in calls: every script with its state, and the words that none may hold. */
export function ScriptsPage() {
  const say = useWords(scriptsWords);
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
      <div className="rows">
        <ScriptTable />
        <ForbiddenWords />
      </div>
      <NewScriptDrawer open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
