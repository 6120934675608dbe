import { Button } from 'antd';
import { chooseLanguage, useLanguage } from '#web/lib/words.ts';

/** Names the other language in that language itself, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const chinese = useLanguage() === 'zh-CN';
  return (
    <Button
      type="text"
      lang={chinese ? 'en' : 'zh-CN'}
      onClick={() => chooseLanguage(chinese ? 'en' : 'zh-CN')}
    >
      {chinese ? 'English' : '中文'}
    </Button>
  );
}
