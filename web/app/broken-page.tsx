import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useWords } from '#web/lib/words.ts';
import { uiWords } from '#web/ui/words.ts';

/** A page's own failure stays on that page; the menu around it goes on working. */
export function BrokenPage({ reset }: ErrorComponentProps) {
  const say = useWords(uiWords);
  return (
    <Result
      status="warning"
      title={say('broken.title')}
      subTitle={say('broken.text')}
      extra={[
        <Button key="retry" type="primary" onClick={reset}>
          {say('retry')}
        </Button>,
        <Button key="home" href="/">
          {say('broken.home')}
        </Button>,
      ]}
    />
  );
}
