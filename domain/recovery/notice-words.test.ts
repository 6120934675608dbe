import { describe, expect, it } from 'vitest';
import { flawsOfNotice } from '#domain/messaging/notice.ts';
import { caseNotice } from './notice-words.ts';

const at = { clinic: '晴天口腔', now: '2026-03-12T01:00:00.000Z', zone: 'Asia/Shanghai' };

describe('what a group reads of a case', () => {
  it.each([
    {
      name: 'one that may become a complaint',
      of: {
        gravity: 'likely-complaint',
        level: 'supervisor',
        breaksAt: '2026-03-13T01:00:00.000Z',
        isNew: true,
      },
      says: '晴天口腔：一件反馈单（投诉倾向）已直接送达客服主管，请在3月13日09:00前处理。详情见愈线「反馈单」。',
    },
    {
      name: 'one whose limit is near',
      of: { gravity: 'ordinary', level: 'department', breaksAt: '2026-03-12T05:00:00.000Z', isNew: false },
      says: '晴天口腔：一件反馈单临近时限，已提醒科室负责人，请在3月12日13:00前处理。详情见愈线「反馈单」。',
    },
    {
      name: 'one that broke it',
      of: { gravity: 'special', level: 'leadership', breaksAt: '2026-03-12T01:00:00.000Z', isNew: false },
      says: '晴天口腔：一件反馈单（特殊事件）已于3月12日09:00超时，已到院领导，请立即处理。详情见愈线「反馈单」。',
    },
  ] as const)('$name', ({ of, says }) => {
    expect(caseNotice(of, at)).toBe(says);
    expect(flawsOfNotice(says)).toEqual([]);
  });
});
