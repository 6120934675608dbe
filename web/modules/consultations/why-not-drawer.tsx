import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { WhyNot } from '#domain/consultations/reasons.ts';
import type { WhyNotView } from '#domain/consultations/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { usePublishWhyNot } from './api.ts';
import { consultationsWords } from './words.ts';
import './consultations.css';

interface Fields {
  items: { key?: string; zh: string; en?: string }[];
}

interface WhyNotDrawerProps {
  list: WhyNotView;
  open: boolean;
  onClose: () => void;
}

/** The clinic's own list of why people say no. */
export function WhyNotDrawer({ list, open, onClose }: WhyNotDrawerProps) {
  const say = useWords(consultationsWords);
  const tell = useTell();
  const publish = usePublishWhyNot();
  const { required, fits } = useFieldRules();
  return (
    <FormDrawer<Fields>
      title={say('reasons.edit')}
      open={open}
      onClose={onClose}
      start={{ items: list.items }}
      version={list.version}
      compare={[
        {
          name: 'items',
          label: say('reasons'),
          show: (items) => (items as Fields['items']).map(({ zh }) => zh).join(say('and')),
        },
      ]}
      onSave={async ({ items }, version) => {
        await publish.mutateAsync({
          version,
          items: items.map(({ key, zh, en }, index) => ({
            key: key ?? newKey(items, index),
            zh,
            en: en || zh,
          })),
        });
        tell.done(say('reasons.done'));
      }}
    >
      <p className="soft">{say('reasons.hint')}</p>
      <Form.List name="items">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div key={key} className="reason-line">
                <Form.Item name={[name, 'zh']} rules={[required, fits(WhyNot.shape.zh)]}>
                  <Input aria-label={say('reasons.zh')} placeholder={say('reasons.zh')} />
                </Form.Item>
                <Form.Item name={[name, 'en']} rules={[fits(WhyNot.shape.en)]}>
                  <Input aria-label={say('reasons.en')} placeholder={say('reasons.en')} />
                </Form.Item>
                <Form.Item name={[name, 'key']} hidden>
                  <Input />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={say('reasons.remove')}
                  disabled={lines.length === 1}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>
              {say('reasons.add')}
            </Button>
          </>
        )}
      </Form.List>
    </FormDrawer>
  );
}

/** A key nothing on the list has; where it left the list, the consultations that hold it say their own words. */
function newKey(items: Fields['items'], index: number): string {
  for (let number = index + 1; ; number += 1) {
    const key = `own-${number}`;
    if (!items.some((each) => each.key === key)) return key;
  }
}
