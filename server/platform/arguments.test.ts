import { describe, expect, it } from 'vitest';
import { CommandLineEnd, dataOptions, parseCommandLine, serverOptions, text } from './arguments.ts';
import type { CommandSpec, OptionTable } from './arguments.ts';

const start = { usage: 'npm start -- [options]', options: serverOptions };
const importing = {
  usage: 'npm run import -- FILE',
  options: { ...dataOptions, preset: { takes: 'NAME', help: 'a known layout', read: text } },
  positionals: { names: ['FILE'], atLeast: 1 },
};

describe('the command line', () => {
  it('reads every option of the server', () => {
    const argv = [
      '--demo',
      '--port',
      '3100',
      '--host=::1',
      '--trial-clock',
      '2016-06-09T09:00',
      '--behind-proxy',
      '--public-url',
      'https://Care.example.cn/',
    ];

    expect(parseCommandLine(argv, start).options).toMatchObject({
      demo: true,
      port: 3100,
      host: '::1',
      trialClock: '2016-06-09T09:00',
      behindProxy: true,
      publicUrl: 'https://care.example.cn',
      tlsCert: undefined,
    });
  });

  it('takes what a command adds, and its file', () => {
    const { options, positionals } = parseCommandLine(['sheet.csv', '--preset', 'noshow'], importing);

    expect(options.preset).toBe('noshow');
    expect(positionals).toEqual(['sheet.csv']);
  });

  it.each<{ name: string; argv: string[]; spec: CommandSpec<OptionTable>; says: RegExp }>([
    { name: 'an unknown option', argv: ['--prot', '1'], spec: start, says: /no option --prot\.[^]*--port/ },
    { name: 'an option without its value', argv: ['--port'], spec: start, says: /--port/ },
    { name: 'a switch with a value', argv: ['--demo=yes'], spec: start, says: /--demo/ },
    { name: 'a port that is none', argv: ['--port', '65536'], spec: start, says: /--port must be.*"65536"/ },
    { name: 'a port in words', argv: ['--port', '3e3'], spec: start, says: /--port must be/ },
    {
      name: 'a day that is none',
      argv: ['--trial-clock', '2016-02-30T09:00'],
      spec: start,
      says: /--trial-clock/,
    },
    {
      name: 'a zone that is none',
      argv: ['--timezone', 'Mars/Base'],
      spec: start,
      says: /--timezone must be/,
    },
    {
      name: 'an address with a path',
      argv: ['--public-url', 'https://a.cn/b'],
      spec: start,
      says: /--public-url/,
    },
    { name: 'an address of no web', argv: ['--public-url', 'care.cn'], spec: start, says: /--public-url/ },
    { name: 'a word too many', argv: ['demo'], spec: start, says: /"demo" is one word too many/ },
    { name: 'a missing file', argv: [], spec: importing, says: /FILE is missing/ },
  ])('refuses $name', ({ argv, spec, says }) => {
    const end = endOf(argv, spec);

    expect(end.exitCode).toBe(2);
    expect(end.message).toMatch(says);
  });

  it('explains itself', () => {
    const end = endOf(['--help'], start);

    expect(end.exitCode).toBe(0);
    expect(end.message).toContain('--trial-clock YYYY-MM-DDTHH:MM');
    expect(end.message).toContain('DATABASE_URL');
  });
});

function endOf(argv: string[], spec: CommandSpec<OptionTable>): CommandLineEnd {
  try {
    parseCommandLine(argv, spec);
  } catch (error) {
    if (error instanceof CommandLineEnd) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
