import { Button, Checkbox, Form, Input } from 'antd';
import { OpenOrganization } from '#domain/staff/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { TimeZoneSelect } from '#web/ui/time-zone-select.tsx';
import { useOpenOrganization } from './api.ts';
import { PasswordField } from './password-field.tsx';
import { sessionWords } from './words.ts';

const fields = OpenOrganization.shape;

/** The organization, its first clinic and its owner: all that an empty server needs to begin. */
export function FirstRunForm() {
  const say = useWords(sessionWords);
  const { required, fits } = useFieldRules();
  const open = useOpenOrganization();

  return (
    <Form<OpenOrganization>
      layout="vertical"
      requiredMark={false}
      initialValues={{ timezone: 'Asia/Shanghai', treats: false }}
      onFinish={(values) => open.mutate(values)}
    >
      <Form.Item
        name="organization"
        label={say('firstRun.organization')}
        rules={[required, fits(fields.organization)]}
      >
        <Input autoFocus autoComplete="organization" placeholder={say('firstRun.organization.example')} />
      </Form.Item>
      <Form.Item name="clinic" label={say('firstRun.clinic')} rules={[required, fits(fields.clinic)]}>
        <Input autoComplete="off" placeholder={say('firstRun.clinic.example')} />
      </Form.Item>
      <Form.Item
        name="timezone"
        label={say('firstRun.timezone')}
        extra={say('firstRun.timezone.hint')}
        rules={[required]}
      >
        <TimeZoneSelect />
      </Form.Item>
      <h2>{say('firstRun.owner')}</h2>
      <p className="soft">{say('firstRun.owner.hint')}</p>
      <Form.Item name="name" label={say('firstRun.name')} rules={[required, fits(fields.name)]}>
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name="treats" valuePropName="checked" extra={say('firstRun.treats.hint')}>
        <Checkbox>{say('firstRun.treats')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="login"
        label={say('login')}
        extra={say('login.hint')}
        rules={[required, fits(fields.login)]}
        validateTrigger="onBlur"
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <PasswordField names={[]} />
      <div className="rows">
        <ErrorMessage error={open.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={open.isPending}>
          {say('firstRun.create')}
        </Button>
      </div>
    </Form>
  );
}
