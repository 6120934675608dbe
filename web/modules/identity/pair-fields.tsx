import { Radio } from 'antd';
import { mayJoin } from '#domain/identity/choices.ts';
import { mergeFields } from '#domain/identity/contract.ts';
import type { Duplicate, MergeChoice, MergeField, MergeFieldChoices } from '#domain/identity/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useValueOf } from './value-of.ts';
import { identityWords } from './words.ts';

interface PairFieldsProps {
  pair: Duplicate;
  keepId: string;
  choices: MergeFieldChoices;
  onChange: (choices: MergeFieldChoices) => void;
}

/** Every field that one of the two fills in; where there is something to choose, a choice. */
export function PairFields({ pair, keepId, choices, onChange }: PairFieldsProps) {
  const say = useWords(identityWords);
  const valueOf = useValueOf();
  const shown = mergeFields.filter(
    (field) => valueOf(pair.a, field) !== null || valueOf(pair.b, field) !== null,
  );

  return (
    <table className="compare pair-fields">
      <tbody>
        {shown.map((field) => (
          <FieldRow
            key={field}
            pair={pair}
            field={field}
            keepId={keepId}
            choice={choices[field] ?? 'keep'}
            onChoose={(choice) => onChange({ ...choices, [field]: choice })}
            label={say(`field.${field}`)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface FieldRowProps {
  pair: Duplicate;
  field: MergeField;
  keepId: string;
  choice: MergeChoice;
  label: string;
  onChoose: (choice: MergeChoice) => void;
}

function FieldRow({ pair, field, keepId, choice, label, onChoose }: FieldRowProps) {
  const say = useWords(identityWords);
  const valueOf = useValueOf();
  const differs = pair.differs.includes(field);
  const isOneSided = (valueOf(pair.a, field) === null) !== (valueOf(pair.b, field) === null);
  const mayChoose = differs || isOneSided;
  const name = `${pair.id} ${field}`;

  return (
    <>
      <tr className={[differs && 'differs', mayJoin(field) && 'joinable'].filter(Boolean).join(' ')}>
        <th scope="row">
          {label}
          {differs && (
            <div>
              <StatusTag meaning="soon">{say('differs')}</StatusTag>
            </div>
          )}
        </th>
        {[pair.a, pair.b].map((party) => {
          const value = valueOf(party, field);
          const side = party.id === keepId ? 'keep' : 'gone';
          const text = value ?? say('none');
          return (
            <td key={party.id} className={choice === side || choice === 'both' ? '' : 'left-out'}>
              {mayChoose ? (
                <Radio
                  name={name}
                  checked={choice === side}
                  aria-label={`${label} ${text}`}
                  onChange={() => onChoose(side)}
                >
                  <span className={value === null ? 'soft' : 'said'}>{text}</span>
                </Radio>
              ) : (
                <span className="said">{text}</span>
              )}
            </td>
          );
        })}
      </tr>
      {differs && mayJoin(field) && (
        <tr className="differs">
          <th />
          <td colSpan={2}>
            <Radio name={name} checked={choice === 'both'} onChange={() => onChoose('both')}>
              {say('both')}
            </Radio>
          </td>
        </tr>
      )}
    </>
  );
}
