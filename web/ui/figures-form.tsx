import { Button, Form, InputNumber } from 'antd';

interface FiguresFormProps<Rules extends Record<string, number>> {
  figures: readonly { name: keyof Rules & string; label: string; min: number; max: number }[];
  start: Rules;
  saveLabel: string;
  isSaving: boolean;
  onSave: (rules: Rules) => void;
}

/** A few whole numbers side by side, saved together. */
export function FiguresForm<Rules extends Record<string, number>>(props: FiguresFormProps<Rules>) {
  const { figures, start, saveLabel, isSaving, onSave } = props;
  return (
    <Form<Rules> layout="vertical" requiredMark={false} initialValues={start} onFinish={onSave}>
      <div className="line" style={{ alignItems: 'flex-end' }}>
        {figures.map(({ name, label, min, max }) => (
          <Form.Item
            key={name}
            name={name as never}
            label={label}
            rules={[{ required: true }]}
            style={{ marginBottom: 8 }}
          >
            <InputNumber min={min} max={max} precision={0} />
          </Form.Item>
        ))}
        <Form.Item style={{ marginBottom: 8 }}>
          <Button htmlType="submit" loading={isSaving}>
            {saveLabel}
          </Button>
        </Form.Item>
      </div>
    </Form>
  );
}
