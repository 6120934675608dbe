import { useWords } from '#web/lib/words.ts';
import { FrontDoor } from '#web/modules/session/front-door.tsx';
import { SignInForm } from '#web/modules/session/sign-in-form.tsx';
import { sessionWords } from '#web/modules/session/words.ts';

export function SignInPage() {
  const say = useWords(sessionWords);
  return (
    <FrontDoor title={say('signIn')}>
      <SignInForm />
    </FrontDoor>
  );
}
