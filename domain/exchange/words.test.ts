import { describe, expect, it } from 'vitest';
import { batchWords, fileWords, rowWords, sayProblem } from './words.ts';

const everyCode = [fileWords, rowWords, batchWords].flatMap((words) => Object.entries(words));

describe('the words of a problem', () => {
  it.each(everyCode)('%s: Chinese first, English complete, and each says what to do', (_code, { zh, en }) => {
    expect(zh).toMatch(/请|现有/);
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/Please|It has/);
    expect(en).toMatch(/\.$/);
    expect(zh.match(/\{\w+\}/g)?.sort()).toEqual(en.match(/\{\w+\}/g)?.sort());
  });

  it('hold the details', () => {
    expect(sayProblem('missing-columns', 'zh', { columns: '姓名' })).toContain('缺少这些列：姓名。');
    expect(sayProblem('too-many-rows', 'en', { limit: 5 })).toContain('more than 5 rows');
    expect(sayProblem('too-many-rows', 'en')).toContain('more than unknown rows');
  });

  it('are the code itself where there are none', () => {
    expect(sayProblem('constructor', 'zh')).toBe('constructor');
    expect(sayProblem('new-problem', 'en')).toBe('new-problem');
  });
});
