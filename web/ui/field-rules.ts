import type { FormRule } from 'antd';
import type { z } from 'zod';
import { useFieldWords } from '#web/lib/error-words.ts';

/** Rules of a form field from the shape that the server will read it with, so that both refuse the same. */
export function useFieldRules() {
  const say = useFieldWords();
  const required: FormRule = {
    required: true,
    validator: (_, value: unknown) =>
      isBlank(value) ? Promise.reject(new Error(say('required'))) : Promise.resolve(),
  };
  const fits = (shape: z.ZodType): FormRule => ({
    validator: (_, value: unknown) => {
      if (isBlank(value)) return Promise.resolve();
      const read = shape.safeParse(value);
      return read.success ? Promise.resolve() : Promise.reject(new Error(say(fieldCode(read.error))));
    },
  });
  return { required, fits };
}

/** Our own shapes name their code as the message of the issue; zod's own issues have a code. */
function fieldCode(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'invalid';
  return /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : issue.code;
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
