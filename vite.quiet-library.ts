import type { Plugin, Rolldown } from 'vite';

interface Saying {
  where: RegExp;
  what: RegExp;
  instead: string;
}

// What the component library says to a screen reader in English, whatever the page's language, and takes no words for.
const sayings: Saying[] = [
  {
    // Each icon its own name ("plus", "close-circle"). It is decoration and says nothing, unless somebody has named it.
    where: /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js/,
    what: /role: "img",\s*"aria-label": icon\.name\s*\}, restProps/,
    instead: '...(restProps["aria-label"] ? { role: "img" } : { "aria-hidden": true }) }, restProps',
  },
  {
    // The arrows beside a number are for a mouse; by keyboard the number itself goes up and down.
    where: /@rc-component\/input-number\/es\/StepHandler\.js/,
    what: /"aria-label": isUpAction \? 'Increase Value' : 'Decrease Value'/,
    instead: '"aria-hidden": true',
  },
  {
    where: /@rc-component\/segmented\/es\/index\.js/,
    what: /"aria-label": "segmented control",/,
    instead: '',
  },
];

export const quietLibrary: Plugin & Rolldown.Plugin = {
  name: 'quiet-library',
  transform: {
    filter: { id: sayings.map(({ where }) => where) },
    handler(code: string, id: string) {
      const { what, instead } = sayings.find(({ where }) => where.test(id))!;
      if (!what.test(code)) throw new Error('it says this in another way now: see vite.quiet-library.ts');
      return { code: code.replace(what, instead), map: null };
    },
  },
};
