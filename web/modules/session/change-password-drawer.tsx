import { Form, Input } from 'antd';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useChangePassword } from './api.ts';
import { PasswordField } from './password-field.tsx';
import { sessionWords } from './words.ts';

interface Passwords {
  current: string;
  password: string;
  again: string;
}

export function ChangePasswordDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(sessionWords);
  const { required } = useFieldRules();
  const me = useMe();
  const tell = useTell();
  const change = useChangePassword();

  return (
    <FormDrawer<Passwords>
      title={say('password.change')}
      open={open}
      onClose={onClose}
      start={{}}
      onSave={async ({ current, password }) => {
        await change.mutateAsync({ current, password });
        tell.done(say('password.changed'));
      }}
    >
      <Form.Item name="current" label={say('password.current')} rules={[required]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <PasswordField label={say('password.new')} names={[me.login, me.name, me.organization.name]} />
      <Form.Item
        name="again"
        label={say('password.again')}
        dependencies={['password']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(say('password.differs'))),
          }),
        ]}
        validateTrigger="onBlur"
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDrawer>
  );
}
