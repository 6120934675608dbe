import { defineWords } from '#web/lib/words.ts';

export const trialClockWords = defineWords('trial-clock', {
  zh: {
    title: '试运行时钟',
    about: '本系统正按这个时间运行，所有数据仅供试用。',
    hour: '+1 小时',
    day: '+1 天',
    set: '设为…',
    'set.title': '把试运行时钟设为',
    'set.hint': '只能往后走；到期的回访会随之出现。',
    'set.do': '设定',
    'set.at': '门诊当地时间',
    'set.past': '请选择比现在晚的时间',
    moved: '时钟已走到 {{at}}',
  },
  en: {
    title: 'Trial clock',
    about: 'The whole system runs at this time; all of it is for trying out.',
    hour: '+1 hour',
    day: '+1 day',
    set: 'Set to…',
    'set.title': 'Set the trial clock to',
    'set.hint': 'It only goes forward; followups that fall due appear with it.',
    'set.do': 'Set it',
    'set.at': 'Local time of the clinic',
    'set.past': 'Choose a later time than now',
    moved: 'The clock now shows {{at}}',
  },
});
