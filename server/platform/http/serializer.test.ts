import { expect, it } from 'vitest';
import { z } from 'zod';
import { serializerOf } from './serializer.ts';

const person = z.object({ name: z.string(), age: z.int().nullable() });
const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), seconds: z.int() }),
  z.object({ kind: z.literal('visit'), on: z.string() }),
]);

it.each<[string, z.ZodType, unknown, unknown]>([
  ['an object', person, { name: '张三', age: 3, phone: '138' }, { name: '张三', age: 3 }],
  [
    'one that may be null',
    person.nullable(),
    { name: '张三', age: null, phone: '1' },
    { name: '张三', age: null },
  ],
  ['null', person.nullable(), null, null],
  [
    'one within another that may be null',
    z.object({ last: z.object({ by: person.nullable(), at: z.string() }).nullable() }),
    { last: { by: { name: '李四', age: 1, secret: 'x' }, at: 'now', secret: 'y' }, secret: 'z' },
    { last: { by: { name: '李四', age: 1 }, at: 'now' } },
  ],
  [
    'a list that may be null',
    z.object({ items: z.array(person).nullable() }),
    { items: [{ name: '王五', age: 5, secret: 'x' }] },
    { items: [{ name: '王五', age: 5 }] },
  ],
  ['one of several kinds', z.array(said), [{ kind: 'visit', on: 'today' }], [{ kind: 'visit', on: 'today' }]],
  [
    'one of several kinds, or null',
    z.object({ said: said.nullable() }),
    { said: { kind: 'call', seconds: 5 } },
    { said: { kind: 'call', seconds: 5 } },
  ],
  ['figures by name', z.record(z.string(), z.int()).nullable(), { a: 1, b: 2 }, { a: 1, b: 2 }],
])('%s is written as its shape says, and nothing more', (_, shape, answer, written) => {
  expect(JSON.parse(serializerOf(shape)(answer))).toEqual(written);
});
