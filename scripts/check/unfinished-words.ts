import type { Check } from './check.ts';
import { placesOf, textsOf } from './files.ts';

const MARKS = /\b(TODO|FIXME|XXX|HACK|TBD|WIP)\b|\blorem ipsum\b/;
const ONLY_ONE_TEST = /\b(describe|it|test)[.]only\b/;
const SPEAKS_OF_MARKS = /^(scripts\/check|tests\/walls)\//;

/** Nothing unfinished is left in what others will read. */
export const unfinishedWordsCheck: Check = {
  name: 'unfinished-words',
  run(root) {
    const texts = textsOf(root).filter(
      ({ path }) => path !== 'package-lock.json' && !SPEAKS_OF_MARKS.test(path),
    );
    return {
      problems: [
        ...texts.flatMap((file) => placesOf(file, MARKS)).map((place) => `${place}  is unfinished`),
        ...texts
          .filter(({ path }) => /[.]tsx?$/.test(path))
          .flatMap((file) => placesOf(file, ONLY_ONE_TEST))
          .map((place) => `${place}  leaves the other tests out`),
      ],
    };
  },
};
