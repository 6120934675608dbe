import { Link } from '@tanstack/react-router';
import { useWords } from '#web/lib/words.ts';
import { NoticePage } from '#web/ui/notice-page.tsx';
import { pageWords } from './words.ts';

export function NotFoundPage() {
  const say = useWords(pageWords);
  return (
    <NoticePage title={say('notFound.title')} text={say('notFound.text')}>
      <Link to="/">{say('notFound.home')}</Link>
    </NoticePage>
  );
}
