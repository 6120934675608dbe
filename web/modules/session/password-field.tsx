import { Form, Input } from 'antd';
import { passwordShape } from '#domain/staff/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { sessionWords } from './words.ts';

const shortest = 10;
const goodLength = 14;

/** A new password, with a word on how good it is while it is typed. */
export function PasswordField({ label }: { label?: string }) {
  const say = useWords(sessionWords);
  const { required, fits } = useFieldRules();
  const password: string = Form.useWatch('password') ?? '';
  const login: string = Form.useWatch('login') ?? '';

  const hint = () => {
    if (password.length < shortest) return say('password.missing', { count: shortest - password.length });
    if (login && password.toLowerCase() === login.trim().toLowerCase()) return say('password.likeLogin');
    if (new Set(password).size < 5) return say('password.repeated');
    return password.length < goodLength ? say('password.plain') : say('password.good');
  };

  return (
    <Form.Item
      name="password"
      label={label ?? say('password')}
      rules={[required, fits(passwordShape)]}
      validateTrigger="onSubmit"
      extra={<span aria-live="polite">{hint()}</span>}
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}
