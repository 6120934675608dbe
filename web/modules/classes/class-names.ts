import { stageOf, type ClassStage, type CustomerClass } from '#domain/classes/preclass.ts';
import { useWording } from '#web/lib/words.ts';
import { useClasses } from './api.ts';

/** The classes one may choose from, and what any code is called, also one that is no longer on the table. */
export function useClassNames() {
  const wording = useWording();
  const { data } = useClasses();
  const chosen = data?.rules.classes ?? [];
  const names = new Map([...(data?.retired ?? []), ...chosen].map((each) => [each.code, wording(each.name)]));
  const nameOf = (code: string) => names.get(code) ?? '';
  return {
    nameOf,
    labelOf: (code: string) => `${code} ${nameOf(code)}`.trim(),
    classesOf: (stage: ClassStage): CustomerClass[] =>
      chosen.filter(({ code }) => stageOf(code) === stage).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

/** Every class of the table, to choose one by. */
export function useClassOptions() {
  const wording = useWording();
  return (useClasses().data?.rules.classes ?? []).map(({ code, name }) => ({
    value: code,
    label: `${code} ${wording(name)}`,
  }));
}
