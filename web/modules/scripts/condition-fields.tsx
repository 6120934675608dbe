import { Button, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { grades } from '#domain/grading/rule-set.ts';
import type { Condition } from '#domain/scripts/script.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { withoutNothing } from './editing.ts';
import { scriptsWords } from './words.ts';

interface ConditionFieldsProps {
  value: Condition | undefined;
  onChange: (condition: Condition | undefined) => void;
}

/** Whom a passage is for: all that is filled in has to hold. */
export function ConditionFields({ value = {}, onChange }: ConditionFieldsProps) {
  const say = useWords(scriptsWords);
  const sayClinic = useWords(clinicWords);
  const change = (part: { [K in keyof Condition]?: Condition[K] | undefined }) => {
    const next = withoutNothing({ ...value, ...part }) as Condition;
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  const yesNo = (name: 'isMinor' | 'hasAppointment') => (
    <Select<'yes' | 'no'>
      allowClear
      placeholder={say('onlyFor.clear')}
      aria-label={say(`if.${name}`)}
      value={value[name] === undefined ? null : value[name] ? 'yes' : 'no'}
      options={(['yes', 'no'] as const).map((each) => ({ value: each, label: say(`if.${name}.${each}`) }))}
      onChange={(chosen) => change({ [name]: chosen === undefined ? undefined : chosen === 'yes' })}
    />
  );

  return (
    <div className="conditions">
      <Field label={say('if.genders')}>
        <Select<'female' | 'male'>
          allowClear
          placeholder={say('onlyFor.clear')}
          aria-label={say('if.genders')}
          value={value.genders?.length === 1 ? value.genders[0]! : null}
          options={(['female', 'male'] as const).map((each) => ({ value: each, label: say(`if.${each}`) }))}
          onChange={(chosen) => change({ genders: chosen ? [chosen] : undefined })}
        />
      </Field>
      <Field label={say('if.age')}>
        <span className="ages">
          {(['ageFrom', 'ageTo'] as const).map((name) => (
            <InputNumber
              key={name}
              min={0}
              max={130}
              precision={0}
              placeholder={say(`if.${name}`)}
              aria-label={`${say('if.age')} ${say(`if.${name}`)}`}
              value={value[name] ?? null}
              onChange={(age) => change({ [name]: age ?? undefined })}
            />
          ))}
        </span>
      </Field>
      <Field label={say('if.isMinor')}>{yesNo('isMinor')}</Field>
      <Field label={say('if.visitKind')}>
        <Select<'first' | 'return'>
          allowClear
          placeholder={say('onlyFor.clear')}
          aria-label={say('if.visitKind')}
          value={value.visitKind ?? null}
          options={(['first', 'return'] as const).map((each) => ({ value: each, label: say(`if.${each}`) }))}
          onChange={(chosen) => change({ visitKind: chosen })}
        />
      </Field>
      <Field label={say('if.grades')}>
        <Select
          mode="multiple"
          placeholder={say('onlyFor.clear')}
          aria-label={say('if.grades')}
          value={value.grades ?? []}
          options={grades.map((grade) => ({ value: grade, label: grade }))}
          onChange={(chosen) => change({ grades: chosen.length > 0 ? chosen : undefined })}
        />
      </Field>
      <Field label={say('if.treatments')}>
        <Select
          mode="multiple"
          placeholder={say('onlyFor.clear')}
          aria-label={say('if.treatments')}
          value={value.treatmentCategories ?? []}
          options={treatmentCategories.map((each) => ({
            value: each,
            label: sayClinic(`treatment.${each}`),
          }))}
          onChange={(chosen) => change({ treatmentCategories: chosen.length > 0 ? chosen : undefined })}
        />
      </Field>
      <Field label={say('if.hasAppointment')}>{yesNo('hasAppointment')}</Field>
      {Object.keys(value).length > 0 && (
        <Button type="link" size="small" onClick={() => onChange(undefined)}>
          {say('onlyFor.all')}
        </Button>
      )}
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}
