import { HistoryOutlined } from '@ant-design/icons';
import { Button, ConfigProvider, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { dayAt } from '#domain/base/time.ts';
import { lintTemplate } from '#domain/messaging/lint-template.ts';
import { MessageTemplate } from '#domain/messaging/template.ts';
import { serverNow } from '#web/lib/clock.ts';
import { useMay, useTimeZone } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useLeaveGuard } from '#web/ui/leave-guard.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { usePublishTemplate } from './api.ts';
import { FindingList } from './finding-list.tsx';
import {
  Approval,
  ChannelOrder,
  KeyAndKind,
  Labelled,
  ProviderCodes,
  TextField,
} from './template-fields.tsx';
import { TemplateHistory } from './template-history.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { templateWords } from './template-words.ts';
import './messaging.css';

interface TemplateEditorProps {
  start: MessageTemplate;
  version: number;
  /** Nothing of it was published, so key and kind are free. */
  isNew?: boolean;
  keysTaken?: readonly string[];
  onPublished?: (key: string) => void;
}

/** A text as it is written on the left, and on the right as the customer sees it and what is wrong with it. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { start, version, isNew = false, keysTaken = [], onPublished } = props;
  const say = useWords(templateWords);
  const mayManage = useMay('messages.manage');
  const zone = useTimeZone();
  const confirm = useConfirm();
  const tell = useTell();
  const publish = usePublishTemplate();
  const [written, setWritten] = useState(start);
  const [showsHistory, setShowsHistory] = useState(false);
  const change = (facts: Partial<MessageTemplate>) => setWritten({ ...written, ...facts });

  const findings = lintTemplate(written, {
    kindBefore: isNew ? null : start.kind,
    today: dayAt(serverNow(), zone),
  });
  const read = MessageTemplate.safeParse(written);
  const isTaken = isNew && keysTaken.includes(written.key);
  const isWritten = JSON.stringify(written) !== JSON.stringify(start);
  const isChanged = isNew || isWritten;
  useLeaveGuard(isWritten);

  const ask = () =>
    void confirm({
      title: say('publish.ask'),
      text: say('publish.text'),
      yes: say('publish'),
      onYes: async () => {
        await publish.mutateAsync({ definition: read.data!, version });
        tell.done(say('published'));
        onPublished?.(written.key);
      },
    });

  return (
    <div className="template-editor">
      <ConfigProvider componentDisabled={!mayManage}>
        <div className="rows">
          {isNew && <KeyAndKind written={written} isTaken={isTaken} onChange={change} />}
          <section className="panel rows">
            <div className="line">
              <Labelled label={say('name.zh')}>
                <Input
                  value={written.name.zh}
                  maxLength={80}
                  onChange={({ target }) => change({ name: { ...written.name, zh: target.value } })}
                />
              </Labelled>
              <Labelled label={say('name.en')}>
                <Input
                  value={written.name.en}
                  maxLength={80}
                  onChange={({ target }) => change({ name: { ...written.name, en: target.value } })}
                />
              </Labelled>
            </div>
            <TextField text={written.text} onChange={(text) => change({ text })} />
            {written.channels.includes('email') && (
              <Labelled label={say('subject')}>
                <Input
                  value={written.subject ?? ''}
                  maxLength={80}
                  onChange={({ target }) => change({ subject: target.value || null })}
                />
              </Labelled>
            )}
          </section>
          <section className="panel rows">
            <h2>{say('channels')}</h2>
            <ChannelOrder channels={written.channels} onChange={(channels) => change({ channels })} />
            <Labelled label={say('stale')}>
              <InputNumber
                min={1}
                max={240}
                precision={0}
                value={written.staleAfterHours}
                onChange={(hours) => hours !== null && change({ staleAfterHours: hours })}
              />
            </Labelled>
          </section>
          <ProviderCodes written={written} onChange={change} />
          {written.kind === 'marketing' && <Approval written={written} onChange={change} />}
        </div>
      </ConfigProvider>
      <div className="rows aside-rows">
        <TemplatePreview written={written} findings={findings} />
        <section className="panel rows">
          <h2>{say('findings')}</h2>
          {(read.success || findings.length > 0) && <FindingList findings={findings} />}
          <div className="line">
            {!read.success && <StatusTag meaning="soon">{say('incomplete')}</StatusTag>}
            {isTaken && <StatusTag meaning="overdue">{say('key.taken')}</StatusTag>}
            {isChanged && findings.length === 0 && read.success && !isNew && (
              <StatusTag meaning="soon">{say('unsaved')}</StatusTag>
            )}
          </div>
          {mayManage ? (
            <div className="line">
              <Button
                type="primary"
                disabled={!isChanged || findings.length > 0 || !read.success || isTaken}
                loading={publish.isPending}
                onClick={ask}
              >
                {say('publish')}
              </Button>
              {!isNew && (
                <Button icon={<HistoryOutlined />} onClick={() => setShowsHistory(true)}>
                  {say('history')}
                </Button>
              )}
            </div>
          ) : (
            <p className="soft">{say('readOnly')}</p>
          )}
        </section>
      </div>
      {!isNew && (
        <TemplateHistory
          templateKey={start.key}
          open={showsHistory}
          onClose={() => setShowsHistory(false)}
          onTake={(before) => {
            setWritten({ ...before, key: start.key, kind: start.kind });
            setShowsHistory(false);
          }}
        />
      )}
    </div>
  );
}
