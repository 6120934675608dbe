import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/lib/words.ts';
import { uiWords } from './words.ts';

export interface ConflictField {
  name: string;
  label: string;
  /** How a value reads; text as it stands unless given. */
  show?: (value: unknown) => ReactNode;
}

interface ConflictDialogProps {
  fields: ConflictField[];
  mine: Record<string, unknown>;
  theirs: Record<string, unknown>;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
  onBack: () => void;
}

/** Two people edited the same thing: both versions side by side, and a person decides. */
export function ConflictDialog({
  fields,
  mine,
  theirs,
  onKeepMine,
  onKeepTheirs,
  onBack,
}: ConflictDialogProps) {
  const say = useWords(uiWords);
  const differing = fields.filter(({ name }) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]));
  return (
    <Modal
      open
      width={640}
      title={say('conflict.title')}
      onCancel={onBack}
      footer={[
        <Button key="back" onClick={onBack}>
          {say('conflict.back')}
        </Button>,
        <Button key="theirs" onClick={onKeepTheirs}>
          {say('conflict.keepTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={onKeepMine}>
          {say('conflict.keepMine')}
        </Button>,
      ]}
    >
      <p>{say('conflict.text')}</p>
      <table className="compare">
        <thead>
          <tr>
            <th>{say('conflict.field')}</th>
            <th>{say('conflict.mine')}</th>
            <th>{say('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ name, label, show = plain }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>{show(mine[name])}</td>
              <td>{show(theirs[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return String(value);
}
