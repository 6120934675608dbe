import { promisesIn, wordsIn } from '#domain/scripts/promises.ts';
import { tellingWordsIn } from '#domain/customers/discreet.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { filledByHouse } from './template.ts';
import { unknownVariablesIn, variablesIn } from './fill-template.ts';
import type { MessageTemplate } from './template.ts';

/** Each keeps a text from being published. */
export const templateFlaws = [
  'promise',
  'forbidden-word',
  'unknown-variable',
  'names-treatment',
  'price',
  'no-opt-out',
  'no-approval',
  'approval-over',
  'code-missing',
  'kind-is-fixed',
] as const;
export type TemplateFlaw = (typeof templateFlaws)[number];

export interface TemplateFinding {
  code: TemplateFlaw;
  /** The word or the variable it is about. */
  about: string | null;
}

/** What makes an offer of a message, whatever it is called. */
const offerWords = [
  '优惠|折扣|特价|打折|立减|满减|活动价|活动|促销|秒杀|团购|券|抽奖|免费|限时|抢购|返现|礼包|仅需|只要|原价|现价|会员价|预约立减|名额',
  'discount|sale|offer|promotion|coupon|free|deal',
].flatMap((words) => words.split('|'));
const price = /[¥￥]\s*\d|\d+(\.\d+)?\s*(元|块钱|折)|\d+\s*%\s*off/iu;
/** A refusal that nobody has to look for. */
const optOut = /(拒收|退订)请?回复?[A-Za-z]{1,2}|回复?[A-Za-z]{1,2}(拒收|退订)/u;

/** What is wrong with a text, with the words that the clinic has forbidden besides, and the kind it had before. */
export function lintTemplate(
  template: MessageTemplate,
  {
    forbidden = [],
    kindBefore = null,
    today,
  }: { forbidden?: readonly string[]; kindBefore?: string | null; today: CalendarDate },
): TemplateFinding[] {
  const { text, kind } = template;
  const said = `${template.subject ?? ''}\n${text}`;
  const found = (code: TemplateFlaw, words: readonly string[]) => words.map((about) => ({ code, about }));
  const isOffer = kind === 'marketing';
  return [
    ...found('promise', promisesIn(said)),
    ...found('forbidden-word', wordsIn(said, forbidden)),
    ...found('unknown-variable', unknownVariablesIn(said)),
    // Whose phone it is, nobody knows.
    ...found('names-treatment', tellingWordsIn(said)),
    ...(isOffer
      ? []
      : found('price', [...wordsIn(said, offerWords), ...(price.exec(said)?.slice(0, 1) ?? [])])),
    ...(isOffer ? ofOffer(template, today) : []),
    ...(kind === 'otp' && !variablesIn(text).includes('code')
      ? [{ code: 'code-missing' as const, about: null }]
      : []),
    ...(kindBefore !== null && kindBefore !== kind
      ? [{ code: 'kind-is-fixed' as const, about: kindBefore }]
      : []),
  ];
}

function ofOffer(
  { text, approvalNumber, approvalUntil }: MessageTemplate,
  today: CalendarDate,
): TemplateFinding[] {
  return [
    ...(optOut.test(text) ? [] : [{ code: 'no-opt-out' as const, about: null }]),
    ...(approvalNumber && approvalUntil ? [] : [{ code: 'no-approval' as const, about: null }]),
    ...(approvalUntil !== null && approvalUntil < today
      ? [{ code: 'approval-over' as const, about: approvalUntil }]
      : []),
  ];
}

/** What whoever queues it has to know. */
export function askedOf(text: string): string[] {
  return variablesIn(text).filter((name) => !(filledByHouse as readonly string[]).includes(name));
}
