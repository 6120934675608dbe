import { describe, expect, it } from 'vitest';
import { judge } from './complaint.ts';
import { judgedBefore } from './correction.ts';

describe('a text', () => {
  it.each([
    '前台态度太差了，问什么都不耐烦，等了一个多小时也没人管',
    '做完更疼了，打电话没人接，真的很失望',
    '收费不透明，比说好的贵了一倍，感觉被坑了',
    '客户很生气，说要退款',
    '再也不会来了！',
    '护士手很重，还爱理不理的',
    '你们是不是骗人的',
    '打了三次电话都没人接，什么服务',
  ])('that blames is a complaint, with the words for it: %s', (text) => {
    const { isComplaint, decidedBy } = judge(text);
    expect(isComplaint).toBe(true);
    expect(decidedBy.length).toBeGreaterThan(0);
    for (const words of decidedBy) expect(text).toContain(words);
  });

  it.each([
    '客户说还有点肿，已告知属正常反应，约周五下午复查',
    '恢复得很好，没有不舒服，医生很耐心，谢谢关心',
    '有点疼，在吃消炎药，问多久能恢复',
    '未接，稍后再打',
    '没有投诉的意思，只是问问什么时候拆线',
    '价格合理，环境干净，下次还来',
    '请问你们周日上班吗',
    '种植牙大概多少钱一颗',
    '我不是本人，号码换人用了',
    '你们发错号码了',
    '明天去不了了，改天',
    '路上堵车，晚二十分钟到',
    '发票可以寄给我吗',
    '要带孩子的出生证吗？',
    '',
    '12',
  ])('that only tells, asks or praises is none: %s', (text) => {
    expect(judge(text)).toMatchObject({ isComplaint: false, decidedBy: [] });
  });

  it.each([
    { text: '再不处理我就找律师起诉', special: 'legal' },
    { text: '我要发到小红书曝光你们', special: 'media' },
    { text: '打完针半边脸坏死了，现在在住院', special: 'injury' },
    { text: '等得有点久', special: null },
    { text: '不会起诉的，放心', special: null },
  ])('$text: $special', ({ text, special }) => {
    expect(judge(text).special).toBe(special);
  });

  it('is read the same in full width, with spaces and in several lines', () => {
    const { score } = judge('态度太差了,再也不来');
    expect(judge('态度 太差 了，\n再也不来').score).toBe(score);
  });
});

describe('what a person said of a text', () => {
  const corrected = [
    { text: '牙套有点磨嘴，等了一会儿，别的都好', isComplaint: false },
    { text: '等了两个小时没人管', isComplaint: true },
  ];
  it.each([
    { name: 'the same', text: '等了两个小时没人管', before: true },
    { name: 'the same but for marks', text: '等了两个小时！没人管。', before: true },
    { name: 'nearly the same', text: '牙套有点磨嘴，等了一会儿，别的都好的', before: false },
    { name: 'another', text: '牙套松了', before: null },
    { name: 'nothing', text: '', before: null },
  ])('holds for $name', ({ text, before }) => {
    expect(judgedBefore(text, corrected)).toBe(before);
  });

  it('is the last word where there are several', () => {
    const both = [
      { text: '态度不好', isComplaint: false },
      { text: '态度不好', isComplaint: true },
    ];
    expect(judgedBefore('态度不好', both)).toBe(false);
  });
});
