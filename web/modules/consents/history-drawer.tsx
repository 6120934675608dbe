import { Drawer } from 'antd';
import type { Consent } from '#domain/consents/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useConsentName } from './consent-name.ts';
import { consentsWords } from './words.ts';

interface HistoryDrawerProps {
  history: Consent[];
  open: boolean;
  onClose: () => void;
}

/** Each answer as it was given: to which words, how it is shown, and who took it down. */
export function HistoryDrawer({ history, open, onClose }: HistoryDrawerProps) {
  const say = useWords(consentsWords);
  const nameOf = useConsentName();
  const dates = useDates();
  const narrow = useNarrowScreen();
  return (
    <Drawer
      title={say('history.title')}
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 480}
      destroyOnHidden
    >
      <ol className="plain-list">
        {history.map((one) => (
          <li key={one.id} className="card">
            <div className="line">
              <b>{nameOf(one)}</b>
              <StatusTag meaning={one.decision === 'given' ? 'done' : 'risk'}>
                {say(`stands.${one.decision}`)}
              </StatusTag>
            </div>
            <div className="soft">
              {dates.dateTime(one.at)} · {say(`way.${one.way}`)}
              {one.recordedByName && ` · ${one.recordedByName}`}
            </div>
            {one.textShown && <blockquote className="consent-text">{one.textShown}</blockquote>}
            {one.evidence && (
              <div>{say(one.decision === 'given' ? 'evidence.is' : 'note.is', { text: one.evidence })}</div>
            )}
            {one.guardianName && (
              <div>
                {say('guardian.is', { name: one.guardianName, relation: one.guardianRelation ?? '' })}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
