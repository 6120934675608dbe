import { PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { dayAt } from '#domain/base/time.ts';
import { NoteProblem, type LatentProblem } from '#domain/records/contract.ts';
import { areas, bodyPlaces, skinPlaces, type Area } from '#domain/records/places.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable, useDates } from '#web/lib/dates.ts';
import { useMay, useTimeZone } from '#web/lib/me.ts';
import { placeWords, usePlaces } from '#web/lib/place-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { asDay } from '#web/ui/form-values.ts';
import { Select } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useAddProblem, useEditProblem } from './api.ts';
import { ToothChart } from './tooth-chart.tsx';
import { recordsWords } from './words.ts';
import './records.css';

interface ProblemsPanelProps {
  customerId: string;
  problems: readonly LatentProblem[];
}

/** What was found and is not treated yet, on the chart and in words. */
export function ProblemsPanel({ customerId, problems }: ProblemsPanelProps) {
  const say = useWords(recordsWords);
  const mayEdit = useMay('customers.write');
  const [adding, setAdding] = useState(false);
  const marks = marksOf(problems);

  return (
    <section className="panel">
      <div className="section-head">
        <h2>{say('problems')}</h2>
        {mayEdit && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say('problems.add')}
          </Button>
        )}
      </div>
      {marks.size > 0 && <ToothChart marks={marks} />}
      {problems.length === 0 && <EmptyState text={say('problems.none')} />}
      <ul className="plain-list">
        {problems.map((problem) => (
          <Problem key={problem.id} customerId={customerId} problem={problem} />
        ))}
      </ul>
      <AddProblemDrawer
        customerId={customerId}
        marks={marks}
        open={adding}
        onClose={() => setAdding(false)}
      />
    </section>
  );
}

function Problem({ customerId, problem }: { customerId: string; problem: LatentProblem }) {
  const say = useWords(recordsWords);
  const placed = usePlaces();
  const dates = useDates();
  const tell = useTell();
  const mayEdit = useMay('customers.write');
  const edit = useEditProblem(customerId);
  const { area, places, finding, state, foundOn, foundByName, treatedOn } = problem;
  const turn = () =>
    edit.mutate(
      { problem, change: { state: state === 'open' ? 'treated' : 'open' } },
      { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
    );
  const day = dates.day(foundOn);

  return (
    <li>
      <div className="line">
        <StatusTag meaning={state === 'open' ? 'soon' : 'done'}>{say(`state.${state}`)}</StatusTag>
        <b>{placed(area, places)}</b>
        <span className="push" />
        {mayEdit && (
          <Button size="small" loading={edit.isPending} onClick={turn}>
            {say(state === 'open' ? 'problem.treat' : 'problem.reopen')}
          </Button>
        )}
      </div>
      <div className="written">{finding}</div>
      <div className="soft small">
        {foundByName ? say('problem.found.by', { day, name: foundByName }) : say('problem.found', { day })}
        {treatedOn && ` · ${say('problem.treated', { day: dates.day(treatedOn) })}`}
      </div>
    </li>
  );
}

interface AddProblemDrawerProps {
  customerId: string;
  marks: ReadonlyMap<string, 'open' | 'treated'>;
  open: boolean;
  onClose: () => void;
}

interface ProblemFields {
  area: Area;
  places: string[];
  finding: string;
  foundOn: string;
}

function AddProblemDrawer({ customerId, marks, open, onClose }: AddProblemDrawerProps) {
  const say = useWords(recordsWords);
  const sayPlace = useWords(placeWords);
  const { required, fits } = useFieldRules();
  const tell = useTell();
  const add = useAddProblem(customerId);
  const today = dayAt(serverNow(), useTimeZone());
  const optionsOf = (places: readonly (typeof skinPlaces | typeof bodyPlaces)[number][]) =>
    places.map((place) => ({ value: place, label: sayPlace(place) }));

  return (
    <FormDrawer<ProblemFields>
      title={say('problems.add')}
      open={open}
      onClose={onClose}
      width={600}
      start={{ area: 'tooth', places: [], foundOn: today }}
      onSave={async (fields) => {
        await add.mutateAsync(fields);
        tell.done(say('saved'));
      }}
    >
      {(form) => (
        <>
          <Form.Item name="area" label={say('problem.area')}>
            <Segmented
              options={areas.map((area) => ({ value: area, label: sayPlace(`area.${area}`) }))}
              onChange={() => form.setFieldValue('places', [])}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['area']}>
            {({ getFieldValue }) => {
              const area = getFieldValue('area') as Area;
              return (
                <Form.Item name="places" label={say('problem.places')} rules={[required]}>
                  {area === 'tooth' ? (
                    <ToothChart marks={marks} />
                  ) : (
                    <Select mode="multiple" options={optionsOf(area === 'skin' ? skinPlaces : bodyPlaces)} />
                  )}
                </Form.Item>
              );
            }}
          </Form.Item>
          <Form.Item
            name="finding"
            label={say('problem.finding')}
            extra={say('problem.finding.hint')}
            rules={[required, fits(NoteProblem.shape.finding)]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
          <Form.Item name="foundOn" label={say('problem.foundOn')} {...asDay} rules={[required]}>
            <DatePicker maxDate={pickable(today)} allowClear={false} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}

/** An open problem is what one has to see. */
function marksOf(problems: readonly LatentProblem[]): Map<string, 'open' | 'treated'> {
  const marks = new Map<string, 'open' | 'treated'>();
  for (const { area, places, state } of problems) {
    if (area !== 'tooth') continue;
    for (const tooth of places) if (marks.get(tooth) !== 'open') marks.set(tooth, state);
  }
  return marks;
}
