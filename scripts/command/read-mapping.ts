import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Mapping, mappingFrom, mappingKinds } from '#domain/exchange/mapping.ts';
import { Refused } from './leave.ts';

const ShortMapping = z.object({
  kind: z.enum(mappingKinds),
  fields: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.unknown()).default({}),
});

/** A mapping as it is stored, or its short form with a column's name for each field. */
export function readMapping(path: string): Mapping {
  const refuse = (why: string) => new Refused(`The mapping ${path} cannot be used: ${why}`, 2);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refuse((error as Error).message);
  }
  const whole = Mapping.safeParse(json);
  if (whole.success) return whole.data;
  const short = ShortMapping.safeParse(json);
  const mapping = short.success ? mappingFrom(short.data.kind, short.data.fields, short.data.options) : null;
  if (mapping) return mapping;
  const [flaw] = (short.success ? whole : short).error?.issues ?? [];
  throw refuse(
    flaw ? `${flaw.path.join('.') || 'it'}: ${flaw.message}` : 'it names a field that does not exist',
  );
}
