import { defineWords } from '#web/lib/words.ts';

export const calendarWords = defineWords('clinic-calendar', {
  zh: {
    title: '门诊工作日',
    clinic: '门诊',
    about:
      '回访到期日会落在工作日：休息日之前的最后一个工作日，没有就顺延。生日和取消预约的回访不受影响；已经生成的回访不变。',
    'every-day': '每天都上班',
    'weekday.1': '周一',
    'weekday.2': '周二',
    'weekday.3': '周三',
    'weekday.4': '周四',
    'weekday.5': '周五',
    'weekday.6': '周六',
    'weekday.7': '周日',
    hours: '上班时间',
    opens: '上班',
    closes: '下班',
    holidays: '法定节假日休息，调休日上班（已公布到 {{year}} 年，之后的年份公布前按平日算）',
    closedOn: '另外休息的日子',
    openOn: '另外上班的日子',
    save: '保存工作日',
    saved: '工作日已保存',
  },
  en: {
    title: 'Working days',
    clinic: 'Clinic',
    about:
      'Followups are due on working days: the last one in time, or else the next. Birthdays and cancelled appointments keep their day; what is planned already stays.',
    'every-day': 'Works every day',
    'weekday.1': 'Mon',
    'weekday.2': 'Tue',
    'weekday.3': 'Wed',
    'weekday.4': 'Thu',
    'weekday.5': 'Fri',
    'weekday.6': 'Sat',
    'weekday.7': 'Sun',
    hours: 'Hours',
    opens: 'from',
    closes: 'until',
    holidays:
      'Closed on public holidays of China, open on made-up days (known through {{year}}; later years count as ordinary until then)',
    closedOn: 'Closed besides on',
    openOn: 'Open besides on',
    save: 'Save working days',
    saved: 'Working days saved',
  },
});
