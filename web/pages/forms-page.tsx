import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { FormTable } from '#web/modules/forms/form-table.tsx';
import { NewFormDrawer } from '#web/modules/forms/new-form.tsx';
import { formWords } from '#web/modules/forms/words.ts';
import { Page } from '#web/ui/page.tsx';

/** What is asked: every form with its state. */
export function FormsPage() {
  const say = useWords(formWords);
  const mayManage = useMay('forms.manage');
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        mayManage && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say('new')}
          </Button>
        )
      }
    >
      <FormTable />
      <NewFormDrawer open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
