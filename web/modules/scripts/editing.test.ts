import { expect, it } from 'vitest';
import { lint } from '#domain/scripts/lint.ts';
import { ScriptDefinition } from '#domain/scripts/script.ts';
import { blankScript, withoutPassage, withPassageAfter, withPassageMoved } from './editing.ts';

const blank = blankScript('new', { zh: '新', en: 'New' });
const keysOf = ({ passages }: ScriptDefinition) => passages.map(({ key }) => key);

it('a new script lacks nothing but its words', () => {
  expect(ScriptDefinition.parse(blank)).toEqual(blank);
  expect(lint(blank).map(({ code, language }) => [code, language])).toEqual([
    ['words-missing', 'zh'],
    ['words-missing', 'en'],
  ]);
});

it('passages are added, moved and removed, and no two have one key', () => {
  const more = withPassageAfter(withoutPassage(blank, 0), 0);
  expect(keysOf(more)).toEqual(['p-2', 'p-4', 'p-3'].with(1, keysOf(more)[1]!));
  expect(new Set(keysOf(more)).size).toBe(3);
  expect(keysOf(withPassageMoved(blank, 0, 1))).toEqual(['p-2', 'p-1', 'p-3']);
  expect(keysOf(withPassageMoved(blank, 2, -1))).toEqual(['p-1', 'p-3', 'p-2']);
});
