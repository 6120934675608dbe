import type { ReactNode } from 'react';
import { useDocumentTitle } from './page.tsx';

interface NoticePageProps {
  title: string;
  text: ReactNode;
  /** Where to go from here. */
  children?: ReactNode;
}

/** A page that has nothing to show, says why, and where to go. */
export function NoticePage({ title, text, children }: NoticePageProps) {
  useDocumentTitle(title);
  return (
    <div className="notice-page">
      <h1>{title}</h1>
      <p className="soft">{text}</p>
      <div className="line">{children}</div>
    </div>
  );
}
