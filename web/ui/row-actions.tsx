import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';

export interface RowAction {
  key: string;
  label: string;
  dangerous?: boolean;
  onDo: () => void;
}

/** What can be done with one row, behind one button, so that the table stays quiet. */
export function RowActions({ label, actions }: { label: string; actions: RowAction[] }) {
  if (actions.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: actions.map(({ key, label, dangerous = false, onDo }) => ({
          key,
          label,
          danger: dangerous,
          onClick: ({ domEvent }) => {
            domEvent.stopPropagation();
            onDo();
          },
        })),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<MoreOutlined />}
        aria-label={label}
        onClick={(e) => e.stopPropagation()}
      />
    </Dropdown>
  );
}
