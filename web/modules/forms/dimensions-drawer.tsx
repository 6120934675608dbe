import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input } from 'antd';
import { alwaysUsed, NamedDimension } from '#domain/forms/dimension.ts';
import type { FormRulesView } from '#domain/forms/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { usePublishFormRules } from './api.ts';
import { keyFrom } from './editing.ts';
import { formWords } from './words.ts';
import './forms.css';

type Written = Omit<NamedDimension, 'key'> & { key?: string };

interface DimensionsDrawerProps {
  of: FormRulesView;
  open: boolean;
  onClose: () => void;
}

/** What scores are about, in the clinic's own words and order. */
export function DimensionsDrawer({ of, open, onClose }: DimensionsDrawerProps) {
  const say = useWords(formWords);
  const tell = useTell();
  const publish = usePublishFormRules();
  const { required, fits } = useFieldRules();
  const save = async ({ dimensions }: { dimensions: Written[] }, version = of.version) => {
    await publish.mutateAsync({ rules: { dimensions: keyed(dimensions) }, version });
    tell.done(say('dim.saved'));
  };
  return (
    <FormDrawer<{ dimensions: Written[] }>
      title={say('dim.title')}
      open={open}
      onClose={onClose}
      width={640}
      start={{ dimensions: of.rules.dimensions }}
      version={of.version}
      onSave={save}
    >
      {(form) => (
        <>
          <p className="soft">{say('dim.about')}</p>
          <Form.List name="dimensions">
            {(fields, { add, move }) => (
              <>
                {fields.map(({ key, name }, at) => (
                  <div key={key} className="form-dimension">
                    <Form.Item name={[name, 'key']} hidden>
                      <Input />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'name', 'zh']}
                      rules={[required, fits(NamedDimension.shape.name.shape.zh)]}
                    >
                      <Input aria-label={`${say('dim.zh')} ${at + 1}`} maxLength={40} />
                    </Form.Item>
                    <Form.Item name={[name, 'name', 'en']} initialValue="">
                      <Input aria-label={`${say('dim.en')} ${at + 1}`} placeholder="English" maxLength={60} />
                    </Form.Item>
                    <Form.Item name={[name, 'isUsed']} valuePropName="checked" initialValue={true}>
                      <Checkbox
                        disabled={alwaysUsed.includes(
                          form.getFieldValue(['dimensions', name, 'key']) as string,
                        )}
                      >
                        {say('dim.used')}
                      </Checkbox>
                    </Form.Item>
                    <Button
                      type="text"
                      aria-label={`${say('edit.up')} ${at + 1}`}
                      icon={<ArrowUpOutlined />}
                      disabled={at === 0}
                      onClick={() => move(at, at - 1)}
                    />
                    <Button
                      type="text"
                      aria-label={`${say('edit.down')} ${at + 1}`}
                      icon={<ArrowDownOutlined />}
                      disabled={at === fields.length - 1}
                      onClick={() => move(at, at + 1)}
                    />
                  </div>
                ))}
                <Button
                  icon={<PlusOutlined />}
                  onClick={() => add({ name: { zh: '', en: '' }, isUsed: true })}
                >
                  {say('dim.add')}
                </Button>
                <p className="soft">{say('dim.always')}</p>
              </>
            )}
          </Form.List>
        </>
      )}
    </FormDrawer>
  );
}

/** Each new one gets a key that stays with it. */
function keyed(written: readonly Written[]): NamedDimension[] {
  const taken = written.flatMap(({ key }) => key ?? []);
  return written.map(({ key, name, isUsed }) => {
    const own = key ?? keyFrom(name.en, taken);
    if (!key) taken.push(own);
    return { key: own, name, isUsed };
  });
}
