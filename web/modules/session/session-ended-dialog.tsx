import { Button, Modal, type InputRef } from 'antd';
import { useRef } from 'react';
import { sessionEnded } from '#web/lib/connection.ts';
import { useMe } from '#web/lib/me.ts';
import { useSignal } from '#web/lib/signal.ts';
import { useWords } from '#web/lib/words.ts';
import { SignInForm } from './sign-in-form.tsx';
import { sessionWords } from './words.ts';

/** Over the page, not instead of it: what was typed underneath stays. */
export function SessionEndedDialog() {
  const say = useWords(sessionWords);
  const { login } = useMe();
  const ended = useSignal(sessionEnded);
  const passwordField = useRef<InputRef>(null);

  return (
    <Modal
      open={ended}
      width={420}
      title={say('ended.title')}
      closable={false}
      footer={null}
      zIndex={1500}
      afterOpenChange={(isOpen) => isOpen && passwordField.current?.focus()}
    >
      <p>{say('ended.text')}</p>
      {ended && <SignInForm login={login} passwordField={passwordField} />}
      <Button type="link" style={{ paddingInline: 0 }} onClick={() => location.assign('/')}>
        {say('ended.other')}
      </Button>
    </Modal>
  );
}
