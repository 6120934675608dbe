import { Modal } from 'antd';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from './words.ts';

const keys = [
  ['J ↓', 'keys.next'],
  ['K ↑', 'keys.previous'],
  ['↵ →', 'keys.scriptNext'],
  ['←', 'keys.scriptBack'],
  ['A – H', 'keys.scriptAnswer'],
  ['1 – 5', 'keys.result'],
  ['0 – 10', 'keys.score'],
  ['Ctrl ↵', 'keys.save'],
  ['U', 'keys.undo'],
  ['P', 'keys.phone'],
  ['X', 'keys.choose'],
  ['/', 'keys.search'],
  ['Esc', 'keys.leave'],
  ['?', 'keys.help'],
] as const;

export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(followupsWords);
  return (
    <Modal open={open} width={440} title={say('keys')} footer={null} onCancel={onClose}>
      <dl className="keys-help">
        {keys.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
