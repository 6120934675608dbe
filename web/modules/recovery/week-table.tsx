import { Form, Input } from 'antd';
import { AddLesson, type WeekSheet } from '#domain/recovery/contract.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useAddLesson, useRecoveryRules } from './api.ts';
import { recoveryWords } from './words.ts';

/** The week's figures, and by cause what was changed and whether it came again since. */
export function WeekTable({ sheet }: { sheet: WeekSheet }) {
  const say = useWords(recoveryWords);
  const number = useNumber();
  const { opened, closed, withWord, inTime, uplift, scored, withoutCause, repeatWeeks } = sheet;
  return (
    <div className="rows week-sheet">
      <section className="panel">
        <p>
          {say('week.figures', {
            opened: number(opened),
            closed: number(closed),
            withWord: number(withWord),
            inTime: number(inTime),
          })}
        </p>
        {uplift !== null && <p>{say('week.uplift', { uplift, scored: number(scored) })}</p>}
        {sheet.recognized > 0 && (
          <p className="soft">
            {say('week.recognized', {
              recognized: number(sheet.recognized),
              corrected: number(sheet.corrected),
            })}
          </p>
        )}
        {withoutCause > 0 && <p className="soft">{say('week.without-cause', { count: withoutCause })}</p>}
      </section>
      <DataTable
        label={say('week.title')}
        rows={sheet.causes.map((each) => ({ ...each, id: each.cause }))}
        wrapsFrom={640}
        empty={<EmptyState text={say('week.none')} />}
        columns={[
          { key: 'cause', title: say('week.cause'), leads: true, width: 160, show: ({ name }) => name },
          { key: 'cases', title: say('week.cases'), width: 80, align: 'right', show: ({ cases }) => cases },
          {
            key: 'before',
            title: say('week.before', { weeks: repeatWeeks }),
            width: 110,
            align: 'right',
            show: ({ before }) => before,
          },
          {
            key: 'changed',
            title: say('week.changed'),
            show: ({ lessons }) =>
              lessons.map(({ id, changed, byName, repeats, weeksSince }) => (
                <p key={id}>
                  {changed} <span className="soft">{byName}</span>
                  <br />
                  <span className="soft">
                    {weeksSince === 0
                      ? say('week.fresh')
                      : say('week.repeats', { weeks: weeksSince, count: repeats })}
                  </span>
                </p>
              )),
          },
        ]}
      />
      <div className="week-uplifts">
        {(['cause', 'doctor'] as const).map((by) => (
          <UpliftTable key={by} by={by} rows={sheet.uplifts[by]} weeks={repeatWeeks + 1} />
        ))}
      </div>
    </div>
  );
}

interface UpliftTableProps {
  by: 'cause' | 'doctor';
  rows: WeekSheet['uplifts']['cause'];
  weeks: number;
}

/** What the second score won over the first: whose answers, and to which causes, make it good. */
function UpliftTable({ by, rows, weeks }: UpliftTableProps) {
  const say = useWords(recoveryWords);
  const title = say(`week.uplift.${by}`, { weeks });
  return (
    <section className="panel">
      <h2>{title}</h2>
      <DataTable
        label={title}
        rows={rows.map((each) => ({ ...each, id: each.key ?? 'none' }))}
        wrapsFrom={300}
        empty={<EmptyState text={say('week.uplift.none')} />}
        columns={[
          {
            key: 'name',
            title: say(by === 'cause' ? 'week.cause' : 'week.doctor'),
            leads: true,
            show: ({ name }) => name || say('owner.nobody'),
          },
          { key: 'scored', title: say('week.scored'), align: 'right', show: ({ scored }) => scored },
          {
            key: 'uplift',
            title: say('week.rise'),
            align: 'right',
            show: ({ uplift }) => <b>{uplift > 0 ? `+${uplift}` : uplift}</b>,
          },
        ]}
      />
    </section>
  );
}

interface LessonDrawerProps {
  week: string;
  open: boolean;
  onClose: () => void;
}

/** What was changed because of a cause. */
export function LessonDrawer({ week, ...drawer }: LessonDrawerProps) {
  const say = useWords(recoveryWords);
  const tell = useTell();
  const { required, fits } = useFieldRules();
  const causes = useRecoveryRules().data?.rules.causes ?? [];
  const add = useAddLesson();
  return (
    <FormDrawer<Omit<AddLesson, 'week'>>
      {...drawer}
      title={say('lesson.add')}
      start={{}}
      onSave={async (lesson) => {
        await add.mutateAsync({ ...lesson, week });
        tell.done(say('lesson.done'));
      }}
    >
      <Form.Item name="cause" label={say('week.cause')} rules={[required]}>
        <Select options={causes.map(({ key, name }) => ({ value: key, label: name }))} />
      </Form.Item>
      <Form.Item
        name="changed"
        label={say('lesson.changed')}
        rules={[required, fits(AddLesson.shape.changed)]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </FormDrawer>
  );
}
