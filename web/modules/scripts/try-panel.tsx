import { Button, InputNumber, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CustomerInScript } from '#domain/scripts/contract.ts';
import type { Answer, ScriptDefinition } from '#domain/scripts/script.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useCustomerInScript } from './api.ts';
import { ScriptWalk } from './script-walk.tsx';
import { scriptsWords } from './words.ts';

export type ChooseCustomer = (value: string | null, onChange: (id: string | null) => void) => ReactNode;

interface TryPanelProps {
  script: ScriptDefinition;
  chooseCustomer: ChooseCustomer;
}

/** The script as it is written now, walked with an example or with a customer by name. */
export function TryPanel({ script, chooseCustomer }: TryPanelProps) {
  const say = useWords(scriptsWords);
  const [kind, setKind] = useState<'sample' | 'named'>('sample');
  const [customerId, setCustomerId] = useState<string | null>(null);
  const [sample, setSample] = useSample();
  const named = useCustomerInScript(kind === 'named' ? customerId : null);

  return (
    <section className="panel" aria-label={say('try')}>
      <div className="section-head">
        <h2>{say('try')}</h2>
        <Segmented<'sample' | 'named'>
          value={kind}
          options={(['sample', 'named'] as const).map((value) => ({ value, label: say(`try.${value}`) }))}
          onChange={setKind}
        />
      </div>
      {kind === 'sample' ? (
        <>
          <SampleFields sample={sample} onChange={setSample} />
          <Walked script={script} customer={sample} />
        </>
      ) : (
        <>
          {chooseCustomer(customerId, setCustomerId)}
          {customerId === null ? (
            <p className="soft">{say('try.choose')}</p>
          ) : (
            <Loaded of={named}>{(customer) => <Walked script={script} customer={customer} />}</Loaded>
          )}
        </>
      )}
    </section>
  );
}

function Walked({ script, customer }: { script: ScriptDefinition; customer: CustomerInScript }) {
  const say = useWords(scriptsWords);
  const clinics = useMe().clinics;
  const chosen = useChosenClinic();
  const [answers, setAnswers] = useState<Answer[]>([]);
  const [round, setRound] = useState(0);
  const clinic = chosen ?? clinics[0] ?? { id: '', name: '' };
  const again = () => {
    setAnswers([]);
    setRound(round + 1);
  };
  return (
    <>
      <ScriptWalk
        key={round}
        script={script}
        to={{ customer, clinic, discreet: null, taboos: null }}
        answers={answers}
        onAnswers={setAnswers}
        hasKeys={false}
      />
      <Button type="link" size="small" onClick={again}>
        {say('try.again')}
      </Button>
    </>
  );
}

function useSample() {
  const say = useWords(scriptsWords);
  const [changed, setChanged] = useState<Partial<CustomerInScript>>({});
  const sample: CustomerInScript = {
    name: say('try.sampleName'),
    gender: 'female',
    age: 35,
    visitKind: 'return',
    grade: 'C',
    treatmentCategories: [],
    hasAppointment: false,
    lastVisitOn: null,
    treatments: [],
    doctorName: null,
    colleagueName: null,
    guardianName: null,
    appointmentAt: null,
    ...changed,
  };
  return [sample, (part: Partial<CustomerInScript>) => setChanged({ ...changed, ...part })] as const;
}

interface SampleFieldsProps {
  sample: CustomerInScript;
  onChange: (part: Partial<CustomerInScript>) => void;
}

/** What the example is like, as far as conditions ask for it most. */
function SampleFields({ sample, onChange }: SampleFieldsProps) {
  const say = useWords(scriptsWords);
  return (
    <div className="line sample">
      <Select
        aria-label={say('try.gender')}
        value={sample.gender}
        options={[
          { value: 'female', label: say('if.female') },
          { value: 'male', label: say('if.male') },
          { value: 'unknown', label: say('try.unknown') },
        ]}
        onChange={(gender) => onChange({ gender })}
      />
      <InputNumber
        aria-label={say('try.age')}
        prefix={<span className="soft">{say('try.age')}</span>}
        min={0}
        max={130}
        precision={0}
        value={sample.age}
        onChange={(age) => onChange({ age })}
        style={{ width: 110 }}
      />
      <Select
        aria-label={say('if.visitKind')}
        value={sample.visitKind ?? 'return'}
        options={(['first', 'return'] as const).map((value) => ({ value, label: say(`if.${value}`) }))}
        onChange={(visitKind) => onChange({ visitKind })}
      />
      <Select
        aria-label={say('if.hasAppointment')}
        value={sample.hasAppointment ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: say(`if.hasAppointment.${value}`),
        }))}
        onChange={(booked) => onChange({ hasAppointment: booked === 'yes' })}
      />
    </div>
  );
}
