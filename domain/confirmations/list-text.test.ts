import { expect, it } from 'vitest';
import { flawsOfNotice } from '#domain/messaging/notice.ts';
import { listText } from './list-text.ts';

it('tells the group who comes when, and who still asks, without full names', () => {
  const text = listText({ clinicName: '晴天口腔', day: '2026-03-13', half: 'evening' }, [
    {
      ...{ time: '09:00', customerName: '张美丽', gender: 'female', isFirst: true, doctorName: '王' },
      ...{ confirmation: 'confirmed', confirmerName: null },
    },
    {
      ...{ time: '09:30', customerName: '李强', gender: 'male', isFirst: false, doctorName: null },
      ...{ confirmation: null, confirmerName: '小陈' },
    },
    {
      ...{ time: '10:00', customerName: '赵四', gender: 'unknown', isFirst: false, doctorName: '王' },
      ...{ confirmation: 'unreached', confirmerName: '小陈' },
    },
  ]);

  expect(text.split('\n')).toEqual([
    '晴天口腔 2026-03-13 次日预约：共3位，已确认1位',
    '09:00 张女士 初诊 王医生 已确认',
    '09:30 李先生 复诊 待确认（小陈）',
    expect.stringMatching(/^10:00 赵\S+ 复诊 王医生 未接通（小陈）$/),
  ]);
  expect(flawsOfNotice(text, { names: ['张美丽', '李强', '赵四'], ours: ['晴天口腔'] })).toEqual([]);
});
