import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useTemplates } from '#web/modules/messaging/api.ts';
import { SendingState } from '#web/modules/messaging/sending-state.tsx';
import { TemplateEditor } from '#web/modules/messaging/template-editor.tsx';
import { templateWords } from '#web/modules/messaging/template-words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** One text: written, checked, seen as the customer sees it, and published. */
export function MessageTemplatePage() {
  const say = useWords(templateWords);
  const wording = useWording();
  const { key } = useParams({ from: '/inside/message-templates/$key' });
  return (
    <Loaded of={useTemplates()}>
      {({ items }) => {
        const template = items.find((one) => one.key === key);
        if (!template) return <NotFoundPage />;
        const { definition, version } = template;
        return (
          <Page
            title={wording(definition.name)}
            about={
              <>
                <Link to="/message-templates">{say('title')}</Link> · {say(`group.${definition.kind}`)} ·{' '}
                {key} · {version === 0 ? say('shipped') : say('version.no', { version })}
              </>
            }
          >
            <SendingState />
            {/* Another version is another text to write on. */}
            <TemplateEditor key={`${key} ${version}`} start={definition} version={version} />
          </Page>
        );
      }}
    </Loaded>
  );
}

const blank: MessageTemplate = {
  ...{ key: '', kind: 'care', name: { zh: '', en: '' }, text: '{name}您好，', subject: null },
  ...{ channels: ['sms', 'by_hand'], approvalNumber: null, approvalUntil: null, staleAfterHours: 24 },
  providerCodes: {},
};

/** A text that was not there before. */
export function NewMessageTemplatePage() {
  const say = useWords(templateWords);
  const navigate = useNavigate();
  const [start] = useState(blank);
  return (
    <Loaded of={useTemplates()}>
      {({ items }) => (
        <Page title={say('new.title')} about={<Link to="/message-templates">{say('title')}</Link>}>
          <SendingState />
          <TemplateEditor
            isNew
            start={start}
            version={0}
            keysTaken={items.map(({ key }) => key)}
            onPublished={(key) =>
              void navigate({ to: '/message-templates/$key', params: { key }, ignoreBlocker: true })
            }
          />
        </Page>
      )}
    </Loaded>
  );
}
