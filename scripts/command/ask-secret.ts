import { Refused } from './leave.ts';

const enter = new Set(['\r', '\n', '\u0004']);
const backspace = new Set(['\u007f', '\b']);

/** Asks for a password on the terminal without showing it. */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) throw new Refused('Give the password with --password or in CARECURVE_PASSWORD.', 2);
  stderr.write(question);
  stdin.setRawMode(true);
  try {
    return await typed(stdin);
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

function typed(stdin: NodeJS.ReadStream): Promise<string> {
  return new Promise((done, failed) => {
    let secret: string[] = [];
    const hear = (bytes: Buffer): void => {
      for (const key of bytes.toString('utf8')) {
        if (key === '\u0003') return end(() => failed(new Refused('Stopped; nothing was changed.')));
        if (enter.has(key)) return end(() => done(secret.join('')));
        if (backspace.has(key)) secret = secret.slice(0, -1);
        else if (key >= ' ') secret.push(key);
      }
    };
    const end = (settle: () => void): void => {
      stdin.off('data', hear);
      settle();
    };
    stdin.on('data', hear);
    stdin.resume();
  });
}
