import type { TemplateFinding } from '#domain/messaging/lint-template.ts';
import { fillTemplate } from '#domain/messaging/fill-template.ts';
import { smsLength, smsParts } from '#domain/messaging/sms-parts.ts';
import { messageVariables } from '#domain/messaging/template.ts';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import { useWords } from '#web/lib/words.ts';
import { useMessageWays } from './api.ts';
import { templateWords } from './template-words.ts';

/** The text filled in with an example, as it stands on a phone, with what a text message of it costs. */
export function TemplatePreview({
  written,
  findings,
}: {
  written: MessageTemplate;
  findings: readonly TemplateFinding[];
}) {
  const say = useWords(templateWords);
  const ways = useMessageWays().data?.items ?? [];
  const signature = ways.find(({ signName }) => signName !== null)?.signName ?? null;
  const samples = Object.fromEntries(messageVariables.map((name) => [name, say(`sample.${name}`)]));
  const filled = fillTemplate(written.text, samples);
  const goesBySms = written.channels.includes('sms');
  const { length, parts } = smsParts(filled, goesBySms ? signature : null);
  return (
    <section className="aside" aria-label={say('preview')}>
      <h2>{say('preview')}</h2>
      <div className="sms-phone">
        {written.channels.includes('email') && written.subject && (
          <div className="soft">{say('preview.email', { subject: written.subject })}</div>
        )}
        <div className="sms-bubble">
          {goesBySms && signature && `【${signature}】`}
          <Marked text={filled} words={findings.flatMap(({ about }) => about ?? [])} />
        </div>
      </div>
      {goesBySms && (
        <p className={parts > 1 ? 'sms-long' : 'soft'}>
          {say('preview.length', { length, parts })}
          {length > smsLength.single && ` ${say('preview.long', { parts })}`}
        </p>
      )}
      {goesBySms && !signature && <p className="soft">{say('preview.none')}</p>}
      {written.kind === 'marketing' && <p className="soft">{say('preview.optOut')}</p>}
    </section>
  );
}

/** The words that were found, where they stand. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const found = words.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length);
  if (found.length === 0) return text;
  const pattern = new RegExp(
    `(${found.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'u',
  );
  return text
    .split(pattern)
    .map((part, at) => (found.includes(part) ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>));
}
