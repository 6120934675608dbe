import { z } from 'zod';
import type { Route } from './define-route.ts';

/** The whole API as OpenAPI 3.1, from the registry and nothing else. */
export function openApiOf(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Carecurve',
      version,
      description:
        'Follow-up for dental and aesthetic clinics. Errors carry a code; writes take an Idempotency-Key.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-carecurve' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Error: {
          type: 'object',
          required: ['code'],
          properties: { code: { type: 'string' }, details: {} },
        },
      },
    },
    paths,
  };
}

function operationOf(route: Route): object {
  const failure = {
    description: 'Refused',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [route.path.split('/')[1]],
    'x-permission': route.permission,
    'x-scope': route.scope,
    'x-shows': route.shows,
    security: route.permission === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.ifMatch
        ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }]
        : []),
      ...(route.method === 'GET'
        ? []
        : [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', format: 'uuid' },
            },
          ]),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: {
              [route.multipart ? 'multipart/form-data' : 'application/json']: {
                schema: schemaOf(route.body, 'input'),
              },
            },
          },
        }
      : {}),
    responses: {
      200:
        typeof route.gives === 'string'
          ? { description: 'A file', content: { 'text/csv': {} } }
          : {
              description: 'Done',
              content: { 'application/json': { schema: schemaOf(route.gives, 'output') } },
            },
      default: failure,
    },
  };
}

function parametersOf(shape: z.ZodObject | undefined, place: 'path' | 'query'): object[] {
  if (!shape) return [];
  const schema = schemaOf(shape, 'input') as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: property,
  }));
}

export function schemaOf(shape: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return schema;
}
