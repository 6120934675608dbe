import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { SendingState } from '#web/modules/messaging/sending-state.tsx';
import { TemplateTables } from '#web/modules/messaging/template-list.tsx';
import { templateWords } from '#web/modules/messaging/template-words.ts';
import { Page } from '#web/ui/page.tsx';

/** Whatever is said to customers, by its kind. */
export function MessageTemplatesPage() {
  const say = useWords(templateWords);
  const mayManage = useMay('messages.manage');
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        mayManage && (
          <Link to="/new-message-template">
            <Button type="primary">{say('new')}</Button>
          </Link>
        )
      }
    >
      <SendingState />
      <TemplateTables />
    </Page>
  );
}
