import { CloseCircleFilled } from '@ant-design/icons';
import { useWords } from '#web/lib/words.ts';
import { uiWords } from './words.ts';

/** For `allowClear`: the button that empties a field, named in the reader's language; the library names it in English. */
export function useClear() {
  const label = useWords(uiWords)('clear');
  return { clearIcon: <CloseCircleFilled aria-label={label} />, label };
}
