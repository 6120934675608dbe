import fastJson from 'fast-json-stringify';
import type { z } from 'zod';
import { schemaOf } from './openapi.ts';

type Node = Record<string, unknown>;

/**
 * Writes an answer as its shape says; what the shape does not name stays in the house. Of something that may be null
 * the serializer checks the object itself and fails on a field too many, where elsewhere it leaves the field out: an
 * answer must not depend on that.
 */
export function serializerOf(shape: z.ZodType): (answer: unknown) => string {
  return fastJson(relaxed(schemaOf(shape, 'output'), false) as fastJson.Schema);
}

function relaxed(node: unknown, mayBeNull: boolean): unknown {
  if (Array.isArray(node)) return node.map((each) => relaxed(each, mayBeNull));
  if (typeof node !== 'object' || node === null) return node;
  const { additionalProperties, anyOf, ...rest } = node as Node;
  const inside = mayBeNull || isNullable(anyOf);
  // Among several kinds of object it is what tells them apart.
  const isUnion = Array.isArray(anyOf) && !isNullable(anyOf);
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, relaxed(value, mayBeNull)])),
    ...(anyOf !== undefined && { anyOf: relaxed(anyOf, isUnion ? false : inside) }),
    ...(additionalProperties !== undefined &&
      !(mayBeNull && additionalProperties === false) && {
        additionalProperties: relaxed(additionalProperties, mayBeNull),
      }),
  };
}

function isNullable(anyOf: unknown): boolean {
  return Array.isArray(anyOf) && anyOf.length === 2 && anyOf.some((each: Node) => each['type'] === 'null');
}
