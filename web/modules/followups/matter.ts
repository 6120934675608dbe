import type { Repeat } from '#domain/followups/contract.ts';
import type { Wording } from '#domain/followups/protocol.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { followupsWords } from './words.ts';

interface Matter {
  protocolName: Wording;
  stepName: Wording;
  repeat: Repeat | null;
}

/** What a followup is about, in one line: protocol, step, and which time of one that comes back. */
export function useMatter() {
  const say = useWords(followupsWords);
  const wording = useWording();
  return ({ protocolName, stepName, repeat }: Matter): string => {
    const name = `${wording(protocolName)} · ${wording(stepName)}`;
    if (repeat === null) return name;
    const { occurrence, times, every, unit } = repeat;
    return `${name} · ${say(`repeat.${unit}`, { occurrence, times, every })}`;
  };
}
