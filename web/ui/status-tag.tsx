import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { meanings, type Meaning } from './theme.ts';

const icons: Record<Meaning, ReactNode> = {
  overdue: <ExclamationCircleOutlined />,
  soon: <ClockCircleOutlined />,
  done: <CheckCircleOutlined />,
  risk: <WarningOutlined />,
  neutral: <MinusCircleOutlined />,
};

interface StatusTagProps {
  meaning: Meaning;
  /** Another icon than the meaning's own. */
  icon?: ReactNode;
  children: ReactNode;
}

/** A state in a word, an icon and a colour; the colour is the least of the three. */
export function StatusTag({ meaning, icon, children }: StatusTagProps) {
  const { ink, ground, edge } = meanings[meaning];
  return (
    <Tag
      variant="outlined"
      icon={icon ?? icons[meaning]}
      style={{ marginInlineEnd: 0, color: ink, background: ground, borderColor: edge }}
    >
      {children}
    </Tag>
  );
}
