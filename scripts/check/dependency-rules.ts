import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
};

const ROOMS = ['domain', 'server', 'web', 'scripts', 'tests'];
const TESTS = '[.](test|spec|fixture)[.]tsx?$|^tests/';

export const ruleNames: ReadonlySet<string> = new Set(rules.forbidden.map(({ name }) => name ?? ''));

export interface Breach {
  rule: string;
  from: string;
  to: string;
}

/**
 * Every import of the house under `root` that a rule of .dependency-cruiser.cjs refuses. Rules on whole folders look
 * away from tests, which may reach into any module and would tie them all together.
 */
export async function dependencyBreaches(root: string): Promise<Breach[]> {
  const ofFolders = (rule: IForbiddenRuleType): boolean => 'scope' in rule && rule.scope === 'folder';
  const files = await cruiseWith(
    root,
    rules.forbidden.filter((rule) => !ofFolders(rule)),
    [],
  );
  const folders = await cruiseWith(root, rules.forbidden.filter(ofFolders), [TESTS]);
  const breaches = [...files, ...folders].map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map(({ name }) => name).join(' → ') : to,
  }));
  return breaches.sort((a, b) => `${a.rule} ${a.from}`.localeCompare(`${b.rule} ${b.from}`));
}

async function cruiseWith(root: string, forbidden: IForbiddenRuleType[], exclude: string[]) {
  const alwaysOut = rules.options.exclude as { path: string };
  const { output } = await cruise(
    ROOMS.filter((room) => existsSync(join(root, room))),
    {
      ...rules.options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
      exclude: { path: [alwaysOut.path, ...exclude] },
    },
  );
  return (output as ICruiseResult).summary.violations;
}
