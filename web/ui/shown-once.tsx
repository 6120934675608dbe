import { CopyOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useRef } from 'react';
import type { InputRef } from 'antd';
import { useWords } from '#web/lib/words.ts';
import { useTell } from './confirm.tsx';
import { uiWords } from './words.ts';

/** A link or a secret to hand over, with a button that copies it. */
export function ShownOnce({ text, label }: { text: string; label: string }) {
  const say = useWords(uiWords);
  const tell = useTell();
  const field = useRef<InputRef>(null);

  const copy = async () => {
    field.current?.select();
    const copied = await copyText(text);
    tell.done(copied ? say('copied') : say('copy.failed'));
  };

  return (
    <Space.Compact block>
      <Input ref={field} readOnly value={text} aria-label={label} onFocus={() => field.current?.select()} />
      <Button type="primary" icon={<CopyOutlined />} onClick={() => void copy()}>
        {say('copy')}
      </Button>
    </Space.Compact>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages that came by plain http have no clipboard; what is selected can still be copied.
    return document.execCommand('copy');
  }
}
