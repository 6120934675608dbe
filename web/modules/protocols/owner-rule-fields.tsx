import { InputNumber } from 'antd';
import { ownerRules } from '#domain/followups/protocol.ts';
import type { OwnerRule, Step } from '#domain/followups/protocol.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { protocolWords } from './words.ts';

interface OwnerRuleFieldsProps {
  step: Step;
  teams: readonly { id: string; name: string }[];
  onChange: (part: { owner?: OwnerRule | undefined; mayWaitDays?: number | undefined }) => void;
}

const usual = 'usual';

/** Who holds the step's followups, and how long they may wait where people's days are full. */
export function OwnerRuleFields({ step, teams, onChange }: OwnerRuleFieldsProps) {
  const say = useWords(protocolWords);
  const { owner, mayWaitDays } = step;
  const chosen = owner === undefined ? usual : typeof owner === 'string' ? owner : owner.teamId;
  const known = teams.some(({ id }) => id === chosen);
  const isTeam = typeof owner === 'object';
  const read = (value: string): OwnerRule | undefined =>
    value === usual ? undefined : (ownerRules.find((rule) => rule === value) ?? { teamId: value });
  return (
    <>
      <Select
        aria-label={say('owner')}
        value={chosen}
        style={{ width: 220 }}
        options={[
          { value: usual, label: say('owner.usual') },
          ...ownerRules.map((rule) => ({ value: rule as string, label: say(`owner.${rule}`) })),
          ...teams.map(({ id, name }) => ({ value: id, label: say('owner.team', { name }) })),
          ...(isTeam && !known ? [{ value: chosen, label: say('owner.other-team') }] : []),
        ]}
        onChange={(value) => onChange({ owner: read(value) })}
      />
      <label className="line">
        <span className="soft">{say('may-wait')}</span>
        <InputNumber
          min={0}
          max={30}
          precision={0}
          style={{ width: 72 }}
          placeholder={say(step.purpose === 'marketing' ? 'may-wait.offer' : 'may-wait.none')}
          value={mayWaitDays ?? null}
          onChange={(days) => onChange({ mayWaitDays: days ?? undefined })}
        />
      </label>
    </>
  );
}
