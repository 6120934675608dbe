import { useEffect, type ReactNode } from 'react';

interface PageProps {
  title: string;
  /** One line under the title. */
  about?: ReactNode;
  /** The page's one primary action, and quieter ones beside it. */
  actions?: ReactNode;
  /** Forms and texts read better in a column than across a wide screen. */
  narrow?: boolean;
  children: ReactNode;
}

export function Page({ title, about, actions, narrow = false, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {about && <p className="soft">{about}</p>}
        </div>
        {actions && <div className="line">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 愈线 Carecurve`;
  }, [title]);
}
