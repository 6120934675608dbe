import { describe, expect, it } from 'vitest';
import { standardClassRules } from '#domain/classes/preclass.ts';
import { auditTrail, inClinic } from '#tests/support/clinic.ts';
import { aContact } from './a-desk.fixture.ts';
import { getClasses } from './get-classes.ts';
import { publishClasses } from './publish-classes.ts';

const without = (code: string) => ({
  ...standardClassRules,
  classes: standardClassRules.classes.filter((each) => each.code !== code),
});

describe('publishing a table of classes', () => {
  it('counts the versions, leaves its audit row, and refuses who edited an older one', () =>
    inClinic(async (ctx) => {
      expect(await getClasses(ctx)).toMatchObject({ version: 0, rules: standardClassRules, retired: [] });
      const rules = { ...standardClassRules, sampleSize: 30 };
      expect(await publishClasses(ctx, { rules, retire: false, version: 0 })).toMatchObject({
        version: 1,
        publishedByName: 'Owner',
        rules: { sampleSize: 30, accuracyPercent: 95 },
      });
      await expect(publishClasses(ctx, { rules, retire: false, version: 0 })).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: { version: 1 } },
      });
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('class-table.published');
      await inClinic(async (elsewhere) => expect(await getClasses(elsewhere)).toMatchObject({ version: 0 }));
    }));

  it('does not lose a class that customers have without being told to, and still knows its name then', () =>
    inClinic(async (ctx) => {
      await aContact(ctx, { code: 'M-D' });
      const publish = (code: string, retire: boolean, version: number) =>
        publishClasses(ctx, { rules: without(code), retire, version });
      await publish('M-C', false, 0);
      await expect(publish('M-D', false, 1)).rejects.toMatchObject({
        code: 'classes-in-use',
        details: { classes: [{ code: 'M-D', customers: 1 }] },
      });
      const { retired } = await publish('M-D', true, 1);
      expect(retired.map(({ code, name }) => [code, name.zh])).toEqual([['M-D', '暂不跟进']]);
      await expect(aContact(ctx, { code: 'M-D' })).rejects.toMatchObject({ code: 'class-unknown' });
    }));
});
