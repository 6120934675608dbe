import { useWords } from '#web/lib/words.ts';
import { DemoOffer } from '#web/modules/session/demo-offer.tsx';
import { FirstRunForm } from '#web/modules/session/first-run-form.tsx';
import { FrontDoor } from '#web/modules/session/front-door.tsx';
import { sessionWords } from '#web/modules/session/words.ts';

export function FirstRunPage() {
  const say = useWords(sessionWords);
  return (
    <FrontDoor title={say('firstRun.title')} text={say('firstRun.text')}>
      <FirstRunForm />
      <DemoOffer />
    </FrontDoor>
  );
}
