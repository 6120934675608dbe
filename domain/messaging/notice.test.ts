import { describe, expect, it } from 'vitest';
import { flawsOfNotice, mostParts, noticeNameOf, partBytes, partsOf } from './notice.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('what a group must not read', () => {
  it.each([
    { text: '王女士 13800001234 未接', flaw: 'phone' },
    { text: '回电 138 0000 1234', flaw: 'phone' },
    { text: '回电 138-0000-1234', flaw: 'phone' },
    { text: '回电 １３８００００１２３４', flaw: 'phone' },
    { text: '回电 +8613800001234', flaw: 'phone' },
    { text: '回电 1 3 8 0 0 0 0 1 2 3 4', flaw: 'phone' },
    { text: '座机 010-62345678', flaw: 'phone' },
    { text: '座机 02162345678', flaw: 'phone' },
    { text: '客服 400-800-1234', flaw: 'phone' },
    { text: '证件 11010519491231002X', flaw: 'id-number' },
    { text: '王小敏 10:00', flaw: 'name' },
    { text: '王 小 敏 10:00', flaw: 'name' },
    { text: '王女士 隆鼻术后', flaw: 'treatment' },
    { text: '明天 3 位种植牙', flaw: 'treatment' },
    { text: ' \n ', flaw: 'empty' },
    { text: '好'.repeat((partBytes / 3) * (mostParts + 1)), flaw: 'too-long' },
  ])('"$text": $flaw', ({ text, flaw }) => {
    expect(flawsOfNotice(text, { names: ['王小敏'] })).toEqual([flaw]);
  });

  it.each([
    '王女士 10:00 首次到店，李医生',
    '明天 2026-03-13 共 12 位，08:30–17:45',
    '一件反馈单须在 2026-03-13 15:00 前处理（编号 C-20260312-001）',
    '138****1234 未接',
    '账号余额 1380000 条',
    '小敏姐今天值班',
  ])('"%s" may be read', (text) => {
    expect(flawsOfNotice(text, { names: ['王小敏', '敏'] })).toEqual([]);
  });

  it('reads past the house’s own name, whatever is in it', () => {
    expect(flawsOfNotice('晴天种植牙门诊：明天 12 位')).toEqual(['treatment']);
    expect(flawsOfNotice('晴天种植牙门诊：明天 12 位', { ours: ['晴天种植牙门诊'] })).toEqual([]);
  });
});

describe('how a customer is called in a group', () => {
  it.each([
    { name: '王小敏', gender: 'female', called: '王女士' },
    { name: '欧阳修', gender: 'male', called: '欧阳先生' },
    { name: '李四', gender: 'unknown', called: '李女士/先生' },
    { name: 'Anna Smith', gender: 'female', called: 'A**' },
    { name: '阿卜杜·热合曼', gender: 'male', called: '阿**' },
    { name: '王', gender: 'female', called: '王**' },
  ] as const)('$name: $called', ({ name, gender, called }) => {
    expect(noticeNameOf(name, gender)).toBe(called);
    expect(flawsOfNotice(`${called} 10:00`, { names: [name] })).toEqual([]);
  });
});

describe('the parts of a long notice', () => {
  it('are whole lines, each of what a robot takes, and lose nothing', () => {
    const text = Array.from({ length: 120 }, (_, index) => `${index} 王女士 10:00 李医生 首次到店`).join(
      '\n',
    );
    const parts = partsOf(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.map(bytes))).toBeLessThanOrEqual(partBytes);
    expect(parts.join('\n')).toBe(text);
  });

  it.each([
    { length: partBytes / 4, parts: 1 },
    { length: partBytes / 4 + 1, parts: 2 },
  ])('of one line of $length large characters are $parts', ({ length, parts }) => {
    const made = partsOf('𠮷'.repeat(length));
    expect(made).toHaveLength(parts);
    expect(made.join('')).toBe('𠮷'.repeat(length));
  });
});
