import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useState, type CSSProperties, type ReactNode, type Ref } from 'react';
import { useClear } from './use-clear.tsx';

interface SearchBoxProps {
  label: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
  /** The key that leads here, shown while the box is empty. */
  hint?: ReactNode;
  ref?: Ref<InputRef>;
  style?: CSSProperties;
}

const pauseMilliseconds = 300;

/** Asks when the typing pauses, not with every letter; half a Chinese word is never asked for. */
export function SearchBox({ label, value = '', onSearch, hint, ref, style }: SearchBoxProps) {
  const { clearIcon } = useClear();
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Not our own question coming back: somebody cleared the filters or went back a page.
    if (value !== asked) {
      setAsked(value);
      setText(value);
    }
  }

  useEffect(() => {
    const wanted = text.trim();
    if (composing || wanted === asked) return;
    const timer = setTimeout(() => {
      setAsked(wanted);
      onSearch(wanted || undefined);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  });

  return (
    <Input
      {...(ref && { ref })}
      allowClear={{ clearIcon }}
      prefix={<SearchOutlined />}
      suffix={text === '' ? hint : undefined}
      placeholder={label}
      aria-label={label}
      maxLength={80}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      style={style}
    />
  );
}
