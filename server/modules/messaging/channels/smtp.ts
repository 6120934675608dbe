import { createTransport } from 'nodemailer';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { patienceMs, textOf } from './ask-provider.ts';
import type { Answer, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Before the letter itself was sent, whatever fails is certain; after its end nobody knows. */
const beforeLetter = new Set([
  'CONN',
  'EHLO',
  'HELO',
  'STARTTLS',
  'AUTH',
  'AUTH PLAIN',
  'AUTH LOGIN',
  'MAIL FROM',
  'RCPT TO',
]);

/** Its name leads to nobody, or to where no mail server of a clinic may stand. */
class NoServer extends Error {
  readonly code: 'EDNS' | 'server-not-allowed';
  constructor(code: NoServer['code']) {
    super(code);
    this.code = code;
  }
}

/** E-mail by SMTP. Not idempotent: one try a message, unless the server surely has not taken it. */
export function smtp(hosts: Hosts): Client {
  const withServer = async <T>(
    account: OpenAccount,
    work: (transport: ReturnType<typeof transportTo>) => Promise<T>,
  ): Promise<T> => {
    const transport = transportTo(await addressOf(account, hosts), account);
    try {
      return await work(transport);
    } finally {
      transport.close();
    }
  };
  return {
    async send(account, message) {
      try {
        const sent = (await withServer(account, (transport) =>
          transport.sendMail({
            from: textOf(account.settings['from']),
            // One address, whatever stands in it.
            to: { name: '', address: message.to },
            subject: message.subject ?? message.text.slice(0, 30),
            text: message.text,
            messageId: `<${message.messageId}@carecurve>`,
            disableFileAccess: true,
            disableUrlAccess: true,
          }),
        )) as { messageId: string };
        return { outcome: 'accepted', code: null, providerId: sent.messageId };
      } catch (error) {
        return whatFailed(error as SmtpError);
      }
    },
    async test(account) {
      try {
        await withServer(account, (transport) => transport.verify());
        return { ok: true, code: null };
      } catch (error) {
        return { ok: false, code: whatFailed(error as SmtpError).code };
      }
    },
  };
}

/** Asked once and then kept to: a name that answers differently the second time leads nowhere else. */
async function addressOf({ settings }: OpenAccount, hosts: Hosts): Promise<string> {
  const host = textOf(settings['host']);
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.length === 0) throw new NoServer('EDNS');
  const allowed = found.find(({ address }) => hosts.mayMail(address, Number(settings['port'])));
  if (!allowed) throw new NoServer('server-not-allowed');
  return allowed.address;
}

function transportTo(address: string, { settings, secret }: OpenAccount) {
  const [host, user] = [textOf(settings['host']), textOf(settings['user'])];
  return createTransport({
    host: address,
    port: Number(settings['port']),
    secure: settings['isTls'] === true,
    // A password never goes in the clear.
    requireTLS: settings['isTls'] !== true && user !== '',
    // The certificate is the name's, not the address's.
    ...(isIP(host) === 0 ? { tls: { servername: host } } : {}),
    ...(user ? { auth: { user, pass: secret } } : {}),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
}

function whatFailed({ code, command, responseCode }: SmtpError): Answer {
  const said = responseCode === undefined ? (code ?? 'smtp').toLowerCase() : `smtp-${responseCode}`;
  // Its answer to the end of the letter is an answer as well.
  if (responseCode !== undefined && responseCode >= 500) return { outcome: 'refused', code: said };
  if (responseCode !== undefined && responseCode >= 400) return { outcome: 'throttled', code: said };
  if (said === 'server-not-allowed') return { outcome: 'refused', code: said };
  const isEarly = command !== undefined && beforeLetter.has(command);
  return { outcome: isEarly || code === 'EDNS' ? 'not-reached' : 'unknown', code: said };
}
