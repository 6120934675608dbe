import { Form, Input } from 'antd';
import { useEffect } from 'react';
import { deskChannels } from '#domain/classes/desk-contact.ts';
import { useLabelled, useWords } from '#web/lib/words.ts';
import { ChannelChoice, lastChannel } from './channel-choice.tsx';
import { ClassChips } from './class-chips.tsx';
import { keyOf } from './class-keys.ts';
import { useClassNames } from './class-names.ts';
import { withChannel, withSaid, type FirstContact } from './first-contact.ts';
import { classesWords } from './words.ts';
import './classes.css';

interface ContactFieldsProps {
  value: FirstContact;
  onChange: (contact: FirstContact) => void;
}

/** How somebody new turned to the desk, and their class: in a form the letters go with Alt, for hands that type. */
export function ContactFields({ value, onChange }: ContactFieldsProps) {
  const say = useWords(classesWords);
  const labelled = useLabelled();
  const { classesOf } = useClassNames();
  const classes = classesOf('M');
  const hear = (said: Parameters<typeof withSaid>[1]) => onChange(withSaid(value, said, lastChannel()));

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const chosen = classes.find(({ code }) => `Key${keyOf(code)?.toUpperCase()}` === event.code);
      if (!chosen) return;
      event.preventDefault();
      onChange(withSaid(value, { code: chosen.code }, lastChannel()));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [classes, value, onChange]);

  return (
    <Form.Item label={say('record')}>
      <div className="contact-fields">
        <ChannelChoice
          value={value.channel}
          choices={[...deskChannels, 'none']}
          onChange={(channel) => onChange(withChannel(value, channel))}
        />
        <ClassChips
          stage="M"
          value={value.code}
          onPick={(code) => hear({ code: value.code === code ? null : code })}
        />
        <span className="soft wide-only">{say('record.alt')}</span>
        <Input
          aria-label={say('matter')}
          placeholder={labelled(say('matter'), say('matter.hint'))}
          maxLength={500}
          value={value.matter}
          onChange={({ target }) => hear({ matter: target.value })}
        />
      </div>
    </Form.Item>
  );
}
