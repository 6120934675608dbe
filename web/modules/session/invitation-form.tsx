import { Button, Form, Input } from 'antd';
import { AcceptInvitation } from '#domain/staff/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useAcceptInvitation } from './api.ts';
import { PasswordField } from './password-field.tsx';
import { sessionWords } from './words.ts';

interface InvitationFormProps {
  token: string;
  /** Of who is invited and where to. */
  names: readonly string[];
  onJoined: () => void;
}

export function InvitationForm({ token, names, onJoined }: InvitationFormProps) {
  const say = useWords(sessionWords);
  const { required, fits } = useFieldRules();
  const accept = useAcceptInvitation();

  return (
    <Form<{ login: string; password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => accept.mutate({ token, ...values }, { onSuccess: onJoined })}
    >
      <Form.Item
        name="login"
        label={say('login')}
        extra={say('login.hint')}
        rules={[required, fits(AcceptInvitation.shape.login)]}
        validateTrigger="onBlur"
      >
        <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <PasswordField names={names} />
      <div className="rows">
        <ErrorMessage error={accept.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
          {say('invitation.accept')}
        </Button>
      </div>
    </Form>
  );
}
