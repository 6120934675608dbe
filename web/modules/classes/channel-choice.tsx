import { Segmented } from 'antd';
import { deskChannels, type DeskChannel } from '#domain/classes/desk-contact.ts';
import { read, remember } from '#web/lib/browser-memory.ts';
import { useWords } from '#web/lib/words.ts';
import { classesWords } from './words.ts';

const place = 'carecurve.desk-channel';

/** Somebody at the telephone takes calls all day: the channel of the last contact is the next one's. */
export function lastChannel(): DeskChannel {
  return deskChannels.find((channel) => channel === read(place)) ?? 'phone';
}

export function rememberChannel(channel: DeskChannel): void {
  remember(place, channel);
}

interface ChannelChoiceProps<Choice extends DeskChannel | 'none'> {
  value: Choice;
  choices: readonly Choice[];
  onChange: (channel: Choice) => void;
}

export function ChannelChoice<Choice extends DeskChannel | 'none'>({
  value,
  choices,
  onChange,
}: ChannelChoiceProps<Choice>) {
  const say = useWords(classesWords);
  return (
    <Segmented<Choice>
      aria-label={say('channel')}
      value={value}
      options={choices.map((channel) => ({
        value: channel,
        label: say(`channel.${channel as DeskChannel | 'none'}`),
      }))}
      onChange={onChange}
    />
  );
}
