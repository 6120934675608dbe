import { describe, expect, it } from 'vitest';
import { somebody } from './a-script.fixture.ts';
import { filledText } from './fill.ts';
import { lint } from './lint.ts';
import { phases, ScriptDefinition } from './script.ts';
import type { Answer } from './script.ts';
import { standardScripts } from './standard-scripts.ts';
import { walk } from './walk.ts';

describe.each(standardScripts.map((script) => ({ script, code: script.code })))('$code', ({ script }) => {
  it('passes the lint that the clinic has to pass', () => {
    expect(ScriptDefinition.parse(script)).toEqual(script);
    expect(lint(script)).toEqual([]);
  });

  it('fills every place for somebody of whom little is known', () => {
    const values = { name: '张三', caller: '小王', clinic: '河畔' };
    for (const { text } of script.passages)
      for (const language of ['zh', 'en'] as const)
        expect(filledText(text[language], language, values)).not.toMatch(/[{}]|undefined/);
  });

  it('lets who cannot talk now go', () => {
    const busy: Answer[] = [{ passage: 'introduce', choice: 'busy' }];
    expect(walk(script, somebody, busy).at(-1)!.passage.key).toBe('later');
  });
});

it('all eight phases of a call are used', () => {
  const used = new Set(standardScripts.flatMap(({ passages }) => passages.map(({ phase }) => phase)));
  expect([...used].toSorted()).toEqual([...phases].toSorted());
});
