import { Link } from '@tanstack/react-router';
import { Result } from 'antd';
import { useWords } from '#web/lib/words.ts';
import { useDocumentTitle } from '#web/ui/page.tsx';
import { pageWords } from './words.ts';

export function NotFoundPage() {
  const say = useWords(pageWords);
  useDocumentTitle(say('notFound.title'));
  return (
    <Result
      status="404"
      icon={null}
      title={say('notFound.title')}
      subTitle={say('notFound.text')}
      extra={<Link to="/">{say('notFound.home')}</Link>}
    />
  );
}
