import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isTimeZone, isWallTime } from '#domain/base/time.ts';
import type { TimeZone, WallTime } from '#domain/base/time.ts';
import { defaultDataDir } from './postgres/data-folder.ts';

/** An option with a value; `read` refuses a bad one by throwing `BadValue`. */
export interface ValueOption<T> {
  takes: string;
  help: string;
  read: (text: string) => T;
}

export interface Switch {
  takes?: never;
  help: string;
}

/** Keyed in camelCase; the command line says `--trial-clock` for `trialClock`. */
export type OptionTable = Record<string, ValueOption<unknown> | Switch>;

export type OptionValues<T extends OptionTable> = {
  [K in keyof T]: T[K] extends ValueOption<infer V> ? V | undefined : boolean;
};

export interface CommandSpec<T extends OptionTable> {
  /** "npm run import -- FILE": stands first in the help. */
  usage: string;
  options: T;
  /** The names of what stands without dashes, in order; `atLeast` of them must be there. */
  positionals?: { names: string[]; atLeast: number };
}

export interface CommandLine<T extends OptionTable> {
  options: OptionValues<T>;
  positionals: string[];
}

/** The command line asks for help, or cannot be understood: print the message and leave. */
export class CommandLineEnd extends Error {
  readonly exitCode: 0 | 2;

  constructor(exitCode: 0 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

export class BadValue extends Error {}

export const text = (value: string): string => value;

export const port = (value: string): number => {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= 65_535) return number;
  throw new BadValue('a number from 0 to 65535');
};

export const timeZone = (value: string): TimeZone => {
  if (isTimeZone(value)) return value;
  throw new BadValue('an IANA time zone such as Asia/Shanghai');
};

/** Kept without a path: that of a link follows. */
export const webAddress = (value: string): string => {
  const url = URL.parse(value);
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/') return url.origin;
  throw new BadValue('an address such as https://care.example.cn');
};

export const wallTime = (value: string): WallTime => {
  if (isWallTime(value)) return value;
  throw new BadValue('a local time such as 2016-06-09T09:00');
};

/** What every command takes: which data, and what time it is there. */
export const dataOptions = {
  data: {
    takes: 'DIR',
    help: 'the folder that holds everything (default ~/.carecurve)',
    read: (value: string) => resolve(value),
  },
  trialClock: {
    takes: 'YYYY-MM-DDTHH:MM',
    help: 'run a trial at this local time instead of the real one',
    read: wallTime,
  },
  timezone: { takes: 'ZONE', help: 'the time zone of the clinics, such as Asia/Shanghai', read: timeZone },
} satisfies OptionTable;

export const serverOptions = {
  ...dataOptions,
  port: { takes: 'N', help: 'the port to serve on (default 3000; 0 takes a free one)', read: port },
  host: { takes: 'H', help: 'the address to serve on (default 127.0.0.1)', read: text },
  publicUrl: {
    takes: 'URL',
    help: 'where customers find us, for links in messages: https://care.example.cn',
    read: webAddress,
  },
  behindProxy: { help: 'a proxy in front of Carecurve speaks TLS; trust its X-Forwarded headers' },
  tlsCert: { takes: 'FILE', help: 'certificate chain (PEM), to speak TLS ourselves', read: text },
  tlsKey: { takes: 'FILE', help: 'private key of the certificate (PEM)', read: text },
  demo: { help: 'fill an empty database with a demo chain of clinics' },
} satisfies OptionTable;

export const dataDirOf = (options: { data?: string | undefined }): string => options.data ?? defaultDataDir();

export const databaseUrlOf = (environment: NodeJS.ProcessEnv = process.env): string | undefined =>
  environment['DATABASE_URL'] || undefined;

/** Whether clinics' mail servers may stand in the network of this machine: its operator says so, no clinic does. */
export function mailsLocally(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment['CARECURVE_LOCAL_MAIL'] === 'yes';
}

/** The key that seals secrets, where it is not to lie in the data folder: 32 bytes in base64url. */
export function secretKeyOf(environment: NodeJS.ProcessEnv = process.env): Buffer | undefined {
  const text = environment['CARECURVE_SECRET_KEY'];
  if (!text) return undefined;
  const key = Buffer.from(text, 'base64url');
  if (key.length !== 32) throw new Error('CARECURVE_SECRET_KEY is not 32 bytes in base64url');
  return key;
}

/** Strict: an unknown or misspelt option is an error that names it and the known ones. */
export function parseCommandLine<T extends OptionTable>(
  argv: string[],
  spec: CommandSpec<T>,
): CommandLine<T> {
  const { values, positionals } = split(argv, spec);
  if (values['help']) throw new CommandLineEnd(0, helpFor(spec));
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([key, option]) => [
      key,
      valueOf(key, option, values[flagOf(key)], spec),
    ]),
  ) as OptionValues<T>;
  checkPositionals(positionals, spec);
  return { options, positionals };
}

/** For the commands themselves: says what is wrong (or the help) and leaves. */
export function commandLineOrExit<T extends OptionTable>(
  argv: string[],
  spec: CommandSpec<T>,
): CommandLine<T> {
  try {
    return parseCommandLine(argv, spec);
  } catch (error) {
    if (!(error instanceof CommandLineEnd)) throw error;
    (error.exitCode === 0 ? process.stdout : process.stderr).write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
}

type RawValues = Record<string, string | boolean | undefined>;

function split<T extends OptionTable>(argv: string[], spec: CommandSpec<T>) {
  const options = Object.fromEntries([
    ['help', { type: 'boolean' as const, short: 'h' }],
    ...Object.entries(spec.options).map(([key, option]) => [
      flagOf(key),
      { type: isSwitch(option) ? ('boolean' as const) : ('string' as const) },
    ]),
  ]) as Record<string, { type: 'string' | 'boolean' }>;
  try {
    const parsed = parseArgs({ args: argv, options, strict: true, allowPositionals: true });
    return { values: parsed.values as RawValues, positionals: parsed.positionals };
  } catch (error) {
    const unknown = /^Unknown option '([^']+)'/.exec((error as Error).message)?.[1];
    throw complaint(
      unknown ? `There is no option ${unknown}.` : firstSentence((error as Error).message),
      spec,
    );
  }
}

function valueOf(
  key: string,
  option: ValueOption<unknown> | Switch,
  given: string | boolean | undefined,
  spec: CommandSpec<OptionTable>,
): unknown {
  if (isSwitch(option)) return given === true;
  if (typeof given !== 'string') return undefined;
  try {
    return option.read(given);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw complaint(`--${flagOf(key)} must be ${error.message}, not "${given}".`, spec);
  }
}

function checkPositionals(given: string[], spec: CommandSpec<OptionTable>): void {
  const { names, atLeast } = spec.positionals ?? { names: [], atLeast: 0 };
  const surplus = given[names.length];
  if (surplus !== undefined) throw complaint(`"${surplus}" is one word too many.`, spec);
  if (given.length < atLeast) throw complaint(`${names[given.length]} is missing.`, spec);
}

function complaint(what: string, spec: CommandSpec<OptionTable>): CommandLineEnd {
  const known = ['help', ...Object.keys(spec.options)].map((key) => `--${flagOf(key)}`).join(' ');
  return new CommandLineEnd(2, `${what}\nUsage: ${spec.usage}\nKnown options: ${known}`);
}

function helpFor(spec: CommandSpec<OptionTable>): string {
  const lines = Object.entries(spec.options).map(([key, option]) => {
    const flag = isSwitch(option) ? `--${flagOf(key)}` : `--${flagOf(key)} ${option.takes}`;
    return `  ${flag.padEnd(32)}${option.help}`;
  });
  const database = `  ${'DATABASE_URL (environment)'.padEnd(32)}a PostgreSQL 15 or newer instead of the embedded one`;
  return [`Usage: ${spec.usage}`, '', ...lines, database].join('\n');
}

const isSwitch = (option: ValueOption<unknown> | Switch): option is Switch => option.takes === undefined;

const flagOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const firstSentence = (message: string): string => `${message.split('. ')[0]?.replace(/\.$/, '')}.`;
