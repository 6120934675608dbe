import type { ReactNode } from 'react';
import { useWords } from '#web/lib/words.ts';
import { LanguageSwitch } from '#web/ui/language-switch.tsx';
import { useDocumentTitle } from '#web/ui/page.tsx';
import { sessionWords } from './words.ts';
import './front-door.css';

interface FrontDoorProps {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** The page in front of the sign-in: one card, the name of the house, the other language. */
export function FrontDoor({ title, text, children }: FrontDoorProps) {
  const say = useWords(sessionWords);
  useDocumentTitle(title);
  return (
    <div className="front-door">
      <header>
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <strong>愈线 Carecurve</strong>
        <LanguageSwitch />
      </header>
      <main className="panel">
        <h1>{title}</h1>
        {text && <p className="soft">{text}</p>}
        {children}
      </main>
      <footer className="soft">{say('slogan')}</footer>
    </div>
  );
}
