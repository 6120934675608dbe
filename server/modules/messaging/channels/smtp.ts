import { createTransport } from 'nodemailer';
import { patienceMs } from './ask-provider.ts';
import { textOf } from './ask-provider.ts';
import type { Answer, Client, OpenAccount } from './channel.ts';

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

/** E-mail by SMTP. Not idempotent: one try a message, unless the server surely has not taken it. */
export const smtp: Client = {
  async send(account, message) {
    const transport = transportOf(account);
    try {
      const sent = (await transport.sendMail({
        from: textOf(account.settings['from']),
        to: message.to,
        subject: message.subject ?? message.text.slice(0, 30),
        text: message.text,
        messageId: `<${message.messageId}@carecurve>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      })) as { messageId: string };
      return { outcome: 'accepted', code: null, providerId: sent.messageId };
    } catch (error) {
      return whatFailed(error as SmtpError);
    } finally {
      transport.close();
    }
  },
  async test(account) {
    const transport = transportOf(account);
    try {
      await transport.verify();
      return { ok: true, code: null };
    } catch (error) {
      return { ok: false, code: whatFailed(error as SmtpError).code };
    } finally {
      transport.close();
    }
  },
};

function transportOf({ settings, secret }: OpenAccount) {
  const user = textOf(settings['user']);
  return createTransport({
    host: textOf(settings['host']),
    port: Number(settings['port']),
    secure: settings['isTls'] === true,
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
  const isEarly = command !== undefined && beforeLetter.has(command);
  return { outcome: isEarly || code === 'EDNS' ? 'not-reached' : 'unknown', code: said };
}
