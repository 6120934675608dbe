import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Switch } from 'antd';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { Select } from '#web/ui/select.tsx';
import { useSetDiscreet } from './api.ts';
import { recordsWords } from './words.ts';

interface DiscreetDrawerProps {
  customerId: string;
  profile: DiscreetProfile | null;
  version: number;
  open: boolean;
  onClose: () => void;
}

const daysOfWeek = [1, 2, 3, 4, 5, 6, 7] as const;
const workdays = [1, 2, 3, 4, 5];

export function DiscreetDrawer({ customerId, profile, version, open, onClose }: DiscreetDrawerProps) {
  const say = useWords(recordsWords);
  const tell = useTell();
  const { fits } = useFieldRules();
  const set = useSetDiscreet(customerId);
  const { shape } = DiscreetProfile;

  return (
    <FormDrawer<{ profile: DiscreetProfile }>
      title={say('discreet')}
      open={open}
      onClose={onClose}
      width={560}
      start={{ profile: profile ?? DiscreetProfile.parse({}) }}
      version={version}
      onSave={async ({ profile }) => {
        await set.mutateAsync({ version, profile });
        tell.done(say('saved'));
      }}
    >
      <p className="soft">{say('discreet.hint')}</p>
      <Form.Item
        name={['profile', 'callerAlias']}
        label={say('alias')}
        extra={say('alias.hint')}
        {...emptyIsNull}
        rules={[fits(shape.callerAlias)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <SafeHoursFields />
      <Form.Item
        name={['profile', 'mayPickUp']}
        label={say('mayPickUp')}
        extra={say('mayPickUp.hint')}
        rules={[fits(shape.mayPickUp)]}
      >
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name={['profile', 'neverSay']} label={say('neverSay')} rules={[fits(shape.neverSay)]}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item
        name={['profile', 'mayNameTreatments']}
        label={say('mayNameTreatments')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item name={['profile', 'mayJoinGroups']} label={say('mayJoinGroups')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}

function SafeHoursFields() {
  const say = useWords(recordsWords);
  const { required, fits } = useFieldRules();
  const hours = DiscreetProfile.shape.safeHours.unwrap().element.shape;
  return (
    <Form.Item label={say('safeHours')}>
      <Form.List name={['profile', 'safeHours']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="safe-hours">
                <Form.Item name={[name, 'days']} rules={[required]}>
                  <Checkbox.Group
                    aria-label={say('safeHours.days')}
                    options={daysOfWeek.map((day) => ({ value: day, label: say(`day.${day}`) }))}
                  />
                </Form.Item>
                <div className="line">
                  <Form.Item name={[name, 'from']} rules={[required, fits(hours.from)]}>
                    <Input type="time" aria-label={say('safeHours.from')} />
                  </Form.Item>
                  –
                  <Form.Item name={[name, 'to']} rules={[required, fits(hours.to)]}>
                    <Input type="time" aria-label={say('safeHours.to')} />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={say('remove')}
                    onClick={() => remove(name)}
                  />
                </div>
              </div>
            ))}
            <Button
              size="small"
              icon={<PlusOutlined />}
              onClick={() => add({ days: workdays, from: '12:00', to: '13:30' })}
            >
              {say('safeHours.add')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
