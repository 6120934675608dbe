import { Button, Form, Input, type InputRef } from 'antd';
import type { RefObject } from 'react';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useSignIn } from './api.ts';
import { sessionWords } from './words.ts';

interface SignInFormProps {
  /** Who is expected; only the password is left to type. */
  login?: string;
  passwordField?: RefObject<InputRef | null>;
}

export function SignInForm({ login, passwordField }: SignInFormProps) {
  const say = useWords(sessionWords);
  const { required } = useFieldRules();
  const signIn = useSignIn();

  return (
    <Form<{ login: string; password: string }>
      layout="vertical"
      requiredMark={false}
      initialValues={{ login }}
      onFinish={(values) => signIn.mutate(values)}
    >
      <Form.Item name="login" label={say('login')} rules={[required]}>
        <Input
          autoFocus={!login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="large"
        />
      </Form.Item>
      <Form.Item name="password" label={say('password')} rules={[required]}>
        <Input.Password
          {...(passwordField && { ref: passwordField })}
          autoComplete="current-password"
          size="large"
        />
      </Form.Item>
      <div className="rows">
        <ErrorMessage error={signIn.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {say('signIn')}
        </Button>
        <span className="soft">{say('forgotten')}</span>
      </div>
    </Form>
  );
}
