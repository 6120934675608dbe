import { Button, Form, Radio } from 'antd';
import type { z } from 'zod';
import { addDays, dayAt } from '#domain/base/time.ts';
import type { EnterPaperLine, PaperLine } from '#domain/papersheets/contract.ts';
import { lineResults } from '#domain/papersheets/line.ts';
import type { LineResult } from '#domain/papersheets/line.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { useEnterLine } from './api.ts';
import { MoreFields, TimeField } from './entry-fields.tsx';
import { entryOf, notDone } from './entry.ts';
import type { Fields } from './entry.ts';
import { StandingText } from './standing-text.tsx';
import { paperSheetWords } from './words.ts';

/** What was written behind one line: the result by a number key, the time as it stands there, Enter. */
export function EntryForm({ line, onDone }: { line: PaperLine; onDone: () => void }) {
  const say = useWords(paperSheetWords);
  const dates = useDates(line.clinicId);
  const tell = useTell();
  const enter = useEnterLine();
  const [form] = Form.useForm<Fields>();
  const { required } = useFieldRules();
  const result = Form.useWatch('result', form);
  const today = dayAt(useNow(), dates.zone);
  const results: readonly LineResult[] = lineResults[line.kind].filter((each) => each !== 'not_done');
  const send = (entry: z.input<typeof EnterPaperLine>) =>
    enter.mutate(
      { ...entry, id: line.id },
      {
        onSuccess: ({ line, isNew }) => {
          const what = line.standing.state === 'entered' ? say(`what.${line.standing.what}`) : '';
          tell.done(isNew ? say('saved', { name: line.customerName, what }) : say('again'));
          onDone();
        },
        onError: tell.failed,
      },
    );
  const asksSource = isApiError(enter.error) && enter.error.code === 'channel-source-missing';
  const isOpen = line.standing.state === 'open';
  const skip = () => send(notDone(line));
  useKeys({
    ...(isOpen && { x: skip }),
    escape: onDone,
    ...Object.fromEntries(
      results.map((result, index) => [String(index + 1), () => form.setFieldValue('result', result)]),
    ),
  });

  return (
    <section className="panel rows paper-entry" aria-label={say(`kind.${line.kind}`)}>
      <div className="line">
        <b>{say(`kind.${line.kind}`)}</b>
        <span>{dates.shortDayWithWeekday(line.day)}</span>
        <b>{line.customerName}</b>
        <span className="soft">{line.customerNumber}</span>
        {line.kind !== 'call' && <span>{dates.time(line.at)}</span>}
        {line.doctorName && <span>{line.doctorName}</span>}
      </div>
      <StandingText line={line} />
      {!isOpen ? (
        <Button autoFocus onClick={onDone}>
          {say('cancel')}
        </Button>
      ) : (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{
            result: results[0],
            day: line.kind === 'waiting' || line.day < today ? line.day : today,
          }}
          onFinish={(fields) => send(entryOf(line, fields, dates.zone))}
        >
          <Form.Item name="result" label={say('result')} rules={[required]}>
            <Radio.Group
              optionType="button"
              options={results.map((value, index) => ({
                value,
                label: `${index + 1} ${say(`what.${value}`)}`,
              }))}
            />
          </Form.Item>
          {result !== 'missed' && (
            <div className="line">
              {line.kind !== 'waiting' && (
                <Form.Item name="day" label={say('day')}>
                  <Select
                    style={{ width: 140 }}
                    options={[0, 1, 2, 3].map((back) => {
                      const day = addDays(today, -back);
                      return { value: day, label: dates.shortDayWithWeekday(day) };
                    })}
                  />
                </Form.Item>
              )}
              <TimeField
                name="time"
                label={say(line.kind === 'waiting' ? 'arrivedAt' : 'time')}
                isNeeded
                autoFocus
              />
              {line.kind === 'waiting' && <TimeField name="calledAt" label={say('calledAt')} />}
              {line.kind === 'waiting' && <TimeField name="leftAt" label={say('leftAt')} />}
            </div>
          )}
          <MoreFields kind={line.kind} result={result} asksSource={asksSource} />
          <div className="line">
            <Button type="primary" htmlType="submit" loading={enter.isPending}>
              {say('save')}
            </Button>
            <Button
              onClick={skip}
            >{`X ${say(line.kind === 'waiting' ? 'not-done.missed' : 'not-done')}`}</Button>
            <Button onClick={onDone}>{say('cancel')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
