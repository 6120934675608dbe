import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useFormRules } from '#web/modules/forms/api.ts';
import { DimensionsDrawer } from '#web/modules/forms/dimensions-drawer.tsx';
import { FormTable } from '#web/modules/forms/form-table.tsx';
import { NewFormDrawer } from '#web/modules/forms/new-form.tsx';
import { formWords } from '#web/modules/forms/words.ts';
import { Page } from '#web/ui/page.tsx';

/** What is asked: every form with its state. */
export function FormsPage() {
  const say = useWords(formWords);
  const mayManage = useMay('forms.manage');
  const rules = useFormRules().data;
  const [opened, setOpened] = useState<'new' | 'dimensions' | null>(null);
  const close = () => setOpened(null);
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        mayManage && (
          <>
            <Button onClick={() => setOpened('dimensions')}>{say('dim')}</Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened('new')}>
              {say('new')}
            </Button>
          </>
        )
      }
    >
      <FormTable />
      <NewFormDrawer open={opened === 'new'} onClose={close} />
      {rules && <DimensionsDrawer of={rules} open={opened === 'dimensions'} onClose={close} />}
    </Page>
  );
}
