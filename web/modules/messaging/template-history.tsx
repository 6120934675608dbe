import { Button, Drawer } from 'antd';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { Loaded } from '#web/ui/states.tsx';
import { useTemplateVersions } from './api.ts';
import { templateWords } from './template-words.ts';
import { messagingWords } from './words.ts';

interface TemplateHistoryProps {
  templateKey: string;
  open: boolean;
  onClose: () => void;
  onTake: (before: MessageTemplate) => void;
}

/** How a text read before, with who published it; any of them can be put back into the editor. */
export function TemplateHistory({ templateKey, open, onClose, onTake }: TemplateHistoryProps) {
  const say = useWords(templateWords);
  const narrow = useNarrowScreen();
  return (
    <Drawer title={say('history')} open={open} onClose={onClose} size={narrow ? '100%' : 480} destroyOnHidden>
      <Versions templateKey={templateKey} onTake={onTake} />
    </Drawer>
  );
}

function Versions({ templateKey, onTake }: Pick<TemplateHistoryProps, 'templateKey' | 'onTake'>) {
  const say = useWords(templateWords);
  const sayMessage = useWords(messagingWords);
  const dates = useDates();
  const mayManage = useMay('messages.manage');
  return (
    <Loaded of={useTemplateVersions(templateKey)}>
      {({ items }) => (
        <ol className="plain-list">
          {items.map(({ version, definition, publishedAt, publishedByName }, at) => (
            <li key={version} className="card rows">
              <div className="line">
                <b>{version === 0 ? say('history.shipped') : say('version.no', { version })}</b>
                <span className="soft">
                  {publishedAt && dates.dateTime(publishedAt)}
                  {publishedByName && ` · ${publishedByName}`}
                </span>
              </div>
              <span className="written">{definition.text}</span>
              <span className="soft">
                {definition.channels.map((channel) => sayMessage(`channel.${channel}`)).join(' → ')}
              </span>
              {mayManage && at > 0 && (
                <div>
                  <Button size="small" onClick={() => onTake(definition)}>
                    {say('history.back')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
