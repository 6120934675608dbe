import { Button, Form } from 'antd';
import { logFields, neededLogFields, type LogField } from '#domain/evidence/call-log.ts';
import type { ChosenColumns } from '#domain/evidence/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { evidenceWords } from './words.ts';

/** What the server says of a file whose headers it does not know. */
export interface UnknownColumns {
  columns: string[];
  known: ChosenColumns;
  sample: (string | null)[][];
}

interface ColumnsPanelProps {
  fileName: string;
  unknown: UnknownColumns;
  reading: boolean;
  onRead: (columns: ChosenColumns) => void;
  onCancel: () => void;
}

/** Somebody says which column of a telephone's file tells what; each column with what stands in it. */
export function ColumnsPanel({ fileName, unknown, reading, onRead, onCancel }: ColumnsPanelProps) {
  const say = useWords(evidenceWords);
  const [form] = Form.useForm<ChosenColumns>();
  const chosen = Form.useWatch([], form) as ChosenColumns | undefined;
  const { required } = useFieldRules();
  const optionsOf = (field: LogField) =>
    unknown.columns.map((name, at) => ({
      value: at,
      label: [name, ...unknown.sample.map((row) => row[at]).filter((cell) => cell)].join(' · '),
      disabled: logFields.some((other) => other !== field && chosen?.[other] === at),
    }));
  const read = (columns: ChosenColumns) =>
    onRead(Object.fromEntries(Object.entries(columns).filter(([, at]) => at !== undefined)));
  return (
    <section className="panel" aria-label={say('import.columns')}>
      <h2 style={{ marginTop: 0, fontSize: 16 }}>{say('import.columns')}</h2>
      <p>{say('import.columns.why', { file: fileName })}</p>
      <Form<ChosenColumns>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={unknown.known}
        onFinish={read}
      >
        <div className="line" style={{ alignItems: 'flex-start' }}>
          {logFields.toSorted(neededFirst).map((field) => (
            <Form.Item
              key={field}
              name={field}
              label={say(`field.${field}`)}
              rules={isNeeded(field) ? [required] : []}
              style={{ marginBottom: 8, width: 260, maxWidth: '100%' }}
            >
              <Select
                allowClear={!isNeeded(field)}
                placeholder={isNeeded(field) ? undefined : say('import.columns.none')}
                options={optionsOf(field)}
                popupMatchSelectWidth={false}
              />
            </Form.Item>
          ))}
        </div>
        <div className="line">
          <Button type="primary" htmlType="submit" loading={reading}>
            {say('import.columns.read')}
          </Button>
          <Button onClick={onCancel}>{say('import.columns.cancel')}</Button>
        </div>
      </Form>
    </section>
  );
}

function isNeeded(field: LogField): boolean {
  return (neededLogFields as readonly LogField[]).includes(field);
}

function neededFirst(a: LogField, b: LogField): number {
  return Number(isNeeded(b)) - Number(isNeeded(a));
}
