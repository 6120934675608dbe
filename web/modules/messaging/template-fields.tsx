import { ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Radio } from 'antd';
import { useRef } from 'react';
import type { ComponentRef, ReactNode } from 'react';
import { needsCode } from '#domain/messaging/account.ts';
import {
  filledByHouse,
  messageChannels,
  messageKinds,
  messageVariables,
} from '#domain/messaging/template.ts';
import type { MessageChannel, MessageTemplate } from '#domain/messaging/template.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { templateWords } from './template-words.ts';
import { messagingWords } from './words.ts';

interface FieldsProps {
  written: MessageTemplate;
  onChange: (facts: Partial<MessageTemplate>) => void;
}

export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="labelled">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** What stays for good once it is published. */
export function KeyAndKind({ written, isTaken, onChange }: FieldsProps & { isTaken: boolean }) {
  const say = useWords(templateWords);
  return (
    <section className="panel rows">
      <Labelled label={say('key')}>
        <Input
          value={written.key}
          maxLength={60}
          {...(isTaken && { status: 'error' })}
          onChange={({ target }) => onChange({ key: target.value.trim() })}
        />
      </Labelled>
      <span className="soft">{isTaken ? say('key.taken') : say('key.hint')}</span>
      <Radio.Group
        aria-label={say('kind')}
        value={written.kind}
        onChange={({ target }) => onChange({ kind: target.value as MessageTemplate['kind'] })}
        options={messageKinds.map((value) => ({ value, label: say(`group.${value}`) }))}
      />
      <span className="soft">
        {say(`group.${written.kind}.text`)} {say('kind.fixed')}
      </span>
    </section>
  );
}

/** The text, with each place that can be filled in one press away. */
export function TextField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const say = useWords(templateWords);
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const insert = (name: string) => {
    const area = field.current?.resizableTextArea?.textArea;
    const at = area?.selectionStart ?? text.length;
    onChange(`${text.slice(0, at)}{${name}}${text.slice(area?.selectionEnd ?? at)}`);
    area?.focus();
  };
  return (
    <div className="rows">
      <Labelled label={say('text')}>
        <Input.TextArea
          ref={field}
          value={text}
          autoSize={{ minRows: 4 }}
          maxLength={500}
          onChange={({ target }) => onChange(target.value)}
        />
      </Labelled>
      <div className="line">
        <span className="soft">{say('text.hint')}</span>
        {messageVariables.map((name) => (
          <Button key={name} size="small" onClick={() => insert(name)}>
            {say(`var.${name}`)}
            {filledByHouse.includes(name) && <span className="soft">({say('text.byHouse')})</span>}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface ChannelOrderProps {
  channels: readonly MessageChannel[];
  onChange: (channels: MessageChannel[]) => void;
}

/** The ways in the order they are tried. */
export function ChannelOrder({ channels, onChange }: ChannelOrderProps) {
  const say = useWords(templateWords);
  const sayMessage = useWords(messagingWords);
  const left = messageChannels.filter((channel) => !channels.includes(channel));
  const earlier = (at: number) =>
    onChange(channels.map((one, n) => (n === at - 1 ? channels[at]! : n === at ? channels[at - 1]! : one)));
  return (
    <div className="rows">
      <span className="soft">{say('channels.hint')}</span>
      <ol className="channel-order">
        {channels.map((channel, at) => (
          <li key={channel} className="line">
            <span>
              {at + 1}. {sayMessage(`channel.${channel}`)}
            </span>
            <span className="push" />
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              aria-label={`${say('earlier')} ${sayMessage(`channel.${channel}`)}`}
              onClick={() => earlier(at)}
            />
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              disabled={channels.length === 1}
              aria-label={`${say('remove')} ${sayMessage(`channel.${channel}`)}`}
              onClick={() => onChange(channels.filter((one) => one !== channel))}
            />
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <Select<MessageChannel>
          aria-label={say('channels.add')}
          placeholder={say('channels.add')}
          style={{ maxWidth: 220 }}
          value={null as unknown as MessageChannel}
          onChange={(channel) => onChange([...channels, channel])}
          options={left.map((value) => ({ value, label: sayMessage(`channel.${value}`) }))}
        />
      )}
    </div>
  );
}

const kindsOf: Partial<Record<MessageChannel, readonly string[]>> = {
  sms: ['aliyun-sms', 'tencent-sms'],
  wechat: ['wechat-official'],
};

/** Under which number each provider has approved the text. */
export function ProviderCodes({ written, onChange }: FieldsProps) {
  const say = useWords(templateWords);
  const asked = written.channels.flatMap((channel) => kindsOf[channel] ?? []);
  const kinds = needsCode.filter((kind) => asked.includes(kind));
  if (kinds.length === 0) return null;
  return (
    <section className="panel rows">
      <h2>{say('codes')}</h2>
      <span className="soft">{say('codes.hint')}</span>
      {kinds.map((kind) => (
        <Labelled key={kind} label={say(`code.${kind as 'aliyun-sms'}`)}>
          <Input
            value={written.providerCodes[kind] ?? ''}
            maxLength={80}
            onChange={({ target }) => {
              const { [kind]: _, ...others } = written.providerCodes;
              onChange({ providerCodes: target.value ? { ...others, [kind]: target.value } : others });
            }}
          />
        </Labelled>
      ))}
    </section>
  );
}

/** Without it nothing medical is advertised. */
export function Approval({ written, onChange }: FieldsProps) {
  const say = useWords(templateWords);
  return (
    <section className="panel rows">
      <h2>{say('approval')}</h2>
      <div className="line">
        <Labelled label={say('approvalNumber')}>
          <Input
            value={written.approvalNumber ?? ''}
            maxLength={60}
            onChange={({ target }) => onChange({ approvalNumber: target.value || null })}
          />
        </Labelled>
        <Labelled label={say('approvalUntil')}>
          <DatePicker
            value={written.approvalUntil ? pickable(written.approvalUntil) : null}
            onChange={(day) => onChange({ approvalUntil: day ? pickedDay(day) : null })}
          />
        </Labelled>
      </div>
    </section>
  );
}
