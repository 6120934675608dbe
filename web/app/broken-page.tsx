import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { useWords } from '#web/lib/words.ts';
import { NoticePage } from '#web/ui/notice-page.tsx';
import { uiWords } from '#web/ui/words.ts';

/** A page's own failure stays on that page; the menu around it goes on working. */
export function BrokenPage({ reset }: ErrorComponentProps) {
  const say = useWords(uiWords);
  return (
    <NoticePage title={say('broken.title')} text={say('broken.text')}>
      <Button type="primary" onClick={reset}>
        {say('retry')}
      </Button>
      <Button href="/">{say('broken.home')}</Button>
    </NoticePage>
  );
}
