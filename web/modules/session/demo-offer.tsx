import { Alert, Button, Spin } from 'antd';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFillDemo, useSignIn } from './api.ts';
import { sessionWords } from './words.ts';

/** The people a visitor learns most from. */
const guides = ['cs1', 'supervisor1', 'owner'];

/** A look around before anything is set up: a made-up chain, filled in with one click. */
export function DemoOffer() {
  const say = useWords(sessionWords);
  const sayClinic = useWords(clinicWords);
  const fill = useFillDemo();
  const signIn = useSignIn();

  if (fill.data) {
    const { password, signIns } = fill.data;
    return (
      <div className="rows demo-offer">
        <Alert type="success" title={say('demo.done')} description={say('demo.password', { password })} />
        {signIns
          .filter(({ login }) => guides.includes(login))
          .map(({ login, name, role }) => (
            <Button key={login} block onClick={() => signIn.mutate({ login, password })}>
              {say('demo.as', { name, role: sayClinic(`role.${role}`), login })}
            </Button>
          ))}
        <ErrorMessage error={signIn.error} />
      </div>
    );
  }
  return (
    <div className="rows demo-offer">
      <p className="soft">{say('demo.text')}</p>
      {fill.isPending ? (
        <p role="status">
          <Spin size="small" /> {say('demo.filling')}
        </p>
      ) : (
        <Button block onClick={() => fill.mutate()}>
          {say('demo.fill')}
        </Button>
      )}
      <ErrorMessage error={fill.error} />
    </div>
  );
}
