import { Children, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** What it says where there is nothing. */
  none: string;
  className?: string;
  ordered?: boolean;
  children: ReactNode;
}

/** A few lines of a handover under their title. */
export function Section({ title, none, className = '', ordered = false, children }: SectionProps) {
  const lines = Children.toArray(children);
  const List = ordered ? 'ol' : 'ul';
  return (
    <section className={`panel ${className}`} aria-label={title}>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <List className={ordered ? undefined : 'plain-list'}>{lines}</List>
      )}
    </section>
  );
}
