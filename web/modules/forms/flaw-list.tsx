import { ExclamationCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { meanings } from '#web/ui/theme.ts';

/** What has to be mended, where it stands. */
export function ErrorText({ children }: { children: ReactNode }) {
  return (
    <span style={{ color: meanings.overdue.ink }}>
      <ExclamationCircleOutlined /> {children}
    </span>
  );
}
