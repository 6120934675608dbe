import { useWords } from '#web/lib/words.ts';
import { useMessageRules, useSendingUse } from '#web/modules/messaging/api.ts';
import { RulesEditor } from '#web/modules/messaging/rules-editor.tsx';
import { sendingWords } from '#web/modules/messaging/sending-words.ts';
import { PauseButton, SendingState } from '#web/modules/messaging/sending-state.tsx';
import { SendingUsePanel } from '#web/modules/messaging/sending-use.tsx';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** When, how often and for how much messages go; and the button that stops them. */
export function SendingRulesPage() {
  const say = useWords(sendingWords);
  return (
    <Page title={say('title')} about={say('about')} actions={<PauseButton />} narrow>
      <SendingState />
      <div className="rows">
        <Loaded of={useSendingUse()}>{(use) => <SendingUsePanel use={use} />}</Loaded>
        <Loaded of={useMessageRules()}>{(view) => <RulesEditor key={view.version} view={view} />}</Loaded>
      </div>
    </Page>
  );
}
