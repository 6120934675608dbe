import { DisconnectOutlined } from '@ant-design/icons';
import { useWaitForServer } from '#web/lib/wait-for-server.ts';
import { useWords } from '#web/lib/words.ts';
import { appWords } from './words.ts';

/** Says plainly that the server does not answer, until it does. */
export function ConnectionBanner() {
  const say = useWords(appWords);
  const { isLost } = useWaitForServer();

  if (!isLost) return null;
  return (
    <div className="connection-banner" role="alert">
      <DisconnectOutlined /> {say('lost')}
    </div>
  );
}
