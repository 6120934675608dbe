import { Form, Input } from 'antd';
import type { FormRule } from 'antd';
import { passwordShape } from '#domain/staff/contract.ts';
import { flawOfPassword, passwordLength } from '#domain/staff/password.ts';
import { useFieldWords } from '#web/lib/error-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { sessionWords } from './words.ts';

const goodLength = 14;
/** Fields of the same form whose words are guessed first. */
const naming = ['login', 'name', 'organization'];

interface PasswordFieldProps {
  label?: string;
  /** Names that are known before anything is typed: of the person, of the organization. */
  names: readonly string[];
}

/** A new password, with a word on how good it is while it is typed. */
export function PasswordField({ label, names }: PasswordFieldProps) {
  const say = useWords(sessionWords);
  const sayField = useFieldWords();
  const { required, fits } = useFieldRules();
  const form = Form.useFormInstance();
  const password: string = Form.useWatch('password') ?? '';
  Form.useWatch('login');

  const flawOf = (typed: string) => {
    const fields = naming.map((field): unknown => form.getFieldValue(field));
    return flawOfPassword(typed, [...names, ...fields.filter((value) => typeof value === 'string')]);
  };
  const noName: FormRule = {
    validator: (_, typed: string | undefined) => {
      const flaw = passwordShape.safeParse(typed).success ? flawOf(typed!) : null;
      return flaw ? Promise.reject(new Error(sayField(flaw))) : Promise.resolve();
    },
  };
  const hint = () => {
    const missing = passwordLength.least - password.length;
    if (missing > 0) return say('password.missing', { count: missing });
    const flaw = password.length > passwordLength.most ? 'too_big' : flawOf(password);
    if (flaw) return sayField(flaw);
    return password.length < goodLength ? say('password.plain') : say('password.good');
  };

  return (
    <Form.Item
      name="password"
      label={label ?? say('password')}
      rules={[required, fits(passwordShape), noName]}
      validateTrigger="onSubmit"
      help={<span aria-live="polite">{hint()}</span>}
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}
