import { Button, Form } from 'antd';
import type { DeskRulesView } from '#domain/appointments/contract.ts';
import { triageAreas, type TriageArea } from '#domain/triage/area.ts';
import { areaWords } from '#web/lib/area-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { useDeskRules, useSaveDeskRules } from './api.ts';
import { deskSettingsWords } from './words.ts';

interface SpecialitiesPanelProps {
  clinicId: string;
  doctors: readonly Colleague[];
}

/** What each doctor is good at: the triage of whoever comes goes by it (E4). */
export function SpecialitiesPanel({ clinicId, doctors }: SpecialitiesPanelProps) {
  const say = useWords(deskSettingsWords);
  const asked = useDeskRules(clinicId);
  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('specialities.title')}</h2>
          <p className="soft">{say('specialities.about')}</p>
        </div>
      </header>
      {doctors.length === 0 ? (
        <EmptyState text={say('specialities.none')} />
      ) : (
        <Loaded of={asked}>
          {(view) => <Doctors key={view.version} {...{ clinicId, doctors, view }} />}
        </Loaded>
      )}
    </section>
  );
}

function Doctors({ clinicId, doctors, view }: SpecialitiesPanelProps & { view: DeskRulesView }) {
  const say = useWords(deskSettingsWords);
  const sayArea = useWords(areaWords);
  const tell = useTell();
  const mayManage = useMay('appointments.manage');
  const save = useSaveDeskRules(clinicId);
  const known = new Map(view.rules.specialities.map(({ doctorId, areas }) => [doctorId, areas]));
  const finish = (fields: Record<string, TriageArea[]>) => {
    const shown = new Set(doctors.map(({ id }) => id));
    // Doctors of other clinics, and those who left, keep what is said of them.
    const others = view.rules.specialities.filter(({ doctorId }) => !shown.has(doctorId));
    const theirs = doctors.map(({ id }) => ({ doctorId: id, areas: fields[id] ?? [] }));
    const specialities = [...others, ...theirs.filter(({ areas }) => areas.length > 0)];
    save.mutate(
      { rules: { ...view.rules, specialities }, version: view.version },
      { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
    );
  };
  return (
    <Form<Record<string, TriageArea[]>>
      layout="vertical"
      disabled={!mayManage}
      initialValues={Object.fromEntries(doctors.map(({ id }) => [id, known.get(id) ?? []]))}
      onFinish={finish}
    >
      {doctors.map(({ id, name }) => (
        <Form.Item key={id} name={id} label={name}>
          <Select
            mode="multiple"
            placeholder={say('specialities.all')}
            options={triageAreas.map((value) => ({ value, label: sayArea(value) }))}
          />
        </Form.Item>
      ))}
      {mayManage ? (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('specialities.save')}
        </Button>
      ) : (
        <p className="soft">{say('readOnly')}</p>
      )}
    </Form>
  );
}
