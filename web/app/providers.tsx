import { EllipsisOutlined } from '@ant-design/icons';
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useLessMotion } from '#web/lib/media.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { useLanguage, useWords } from '#web/lib/words.ts';
import { useClear } from '#web/ui/use-clear.tsx';
import { stillTheme, theme } from '#web/ui/theme.ts';
import { uiWords } from '#web/ui/words.ts';

export function Providers({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const say = useWords(uiWords);
  const { clearIcon } = useClear();
  const isStill = useLessMotion();
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return (
    <ConfigProvider
      theme={isStill ? stillTheme : theme}
      locale={language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      componentSize="middle"
      wave={{ disabled: true }}
      datePicker={{ allowClear: { clearIcon } }}
      timePicker={{ allowClear: { clearIcon } }}
      tabs={{ more: { icon: <EllipsisOutlined aria-label={say('more')} /> } }}
    >
      <QueryClientProvider client={queryClient}>
        <App component={false} message={{ maxCount: 3 }}>
          {children}
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
