import type { CalendarDate } from '#domain/base/time.ts';
import type { FigureKey, Figures } from './figures.ts';

/** How the evening's report calls a figure; a group reads it in Chinese. */
const lines: readonly (readonly [FigureKey, string])[] = [
  ['booked', '预约'],
  ['confirmed', '已确认'],
  ['kept', '如约到店'],
  ['late', '迟到'],
  ['lateCalled', '迟到及时致电'],
  ['missed', '爽约'],
  ['cancelled', '取消'],
  ['cancelContacted', '取消及时联系'],
  ['visits', '到店'],
  ['firstVisits', '其中初诊'],
  ['walkIns', '其中未预约'],
  ['waitFirst', '初诊等候达标'],
  ['waitReturn', '复诊等候达标'],
  ['firstMet', '初诊及时招呼'],
  ['wordsKept', '等候按时告知'],
  ['checkedOut', '办理离店'],
  ['nextBooked', '约好下次'],
  ['followupAgreed', '约好回访'],
  ['ratingAsked', '邀请评价'],
  ['accountAdded', '关注公众号'],
  ['chartsPulled', '晨点病历'],
  ['chartsBack', '晚收病历'],
];

/** The evening's report: counts alone, nobody's name, number or treatment. */
export function reportOf(
  clinicName: string,
  day: CalendarDate,
  figures: Figures,
  corrections: number,
): string {
  return [
    `【${clinicName}】${day} 当日数据`,
    ...lines.map(([key, word]) => {
      const { count, of } = figures[key];
      return of === null ? `${word} ${count}` : `${word} ${count}/${of}`;
    }),
    ...(corrections > 0 ? [`人工更正 ${corrections} 项，原因见系统`] : []),
  ].join('\n');
}
