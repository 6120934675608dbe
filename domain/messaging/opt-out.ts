import { plainReply } from './plain-reply.ts';

/** Letters that mean no, alone in a reply. */
const letters = new Set([
  't',
  'td',
  'r',
  'n',
  'no',
  'q',
  'tt',
  'tuiding',
  'tuidin',
  'stop',
  'unsubscribe',
  'cancel',
  'quit',
  'end',
  'jushou',
  'quxiao',
]);
/** The digits a text may have offered for it. */
const digits = new Set(['0000', '00000']);

const wishes = [
  '退订',
  '退定',
  '退钉',
  '推订',
  '拒收',
  '拒绝接收',
  '不接收',
  '取消订阅',
  '取消接收',
  '取消短信',
  '取消推送',
  '不要再发',
  '不要给我发',
  '不要再给我发',
  '别给我发',
  '别再给我发',
  '不要发',
  '别再发',
  '别发',
  '勿再发',
  '勿发',
  '莫发',
  '不用发',
  '不用再发',
  '停止发送',
  '停止推送',
  '请停发',
  '不想收',
  '不想再收',
  '不需要短信',
  '不需要再发',
  '勿扰',
  '勿打扰',
  '别打扰',
  '不要打扰',
  '别骚扰',
  '不要骚扰',
  '别再打扰',
  '别再联系',
  '不要再联系',
  '不要联系我',
  '别联系我',
  '移出名单',
  '拉黑你',
];
/** Alone they are a no; within a sentence they may be about an appointment. */
const bare = new Set([
  '取消',
  '退',
  '停',
  '拒',
  '拒绝',
  '不要',
  '不收',
  '不订',
  '停发',
  '滚',
  '不看',
  '谢绝',
  '谢绝推送',
]);

const cancels = /^(请|麻烦|帮我|我要?|回复?)*(取消|cancel|quxiao)(一下|了|吧|谢谢)*$/u;

/** What a wish may stand beside and still be one: the word is then the matter of the sentence. */
const questions = /什么|是啥|啥意思|怎么|如何|为什么|为何|吗|么$|呢$|可以不|能不能|是不是|几|多少|谁/u;
const takenBack =
  /不退订|不要退订|别退订|没有?退订|没退|不是退订|不想退订|不取消订阅|继续发|继续接收|误点|误发|误回|发错|恢复/u;

/**
 * Whether a reply says no to being written to, in whatever spelling. A question about the word is none; what is
 * neither goes to a colleague, as every reply does.
 */
export function isOptOut(text: string, about: 'offer' | 'appointment' = 'offer'): boolean {
  const plain = plainReply(text);
  const tight = plain.replace(/[^\p{L}\p{N}]/gu, '');
  // Asked whether they come, who says "cancel" means the appointment.
  if (about === 'appointment' && cancels.test(tight)) return false;
  if (tight === '') return false;
  if (letters.has(tight) || digits.has(tight) || bare.has(tight)) return true;
  if (/[?？]/u.test(plain) || questions.test(tight) || takenBack.test(tight)) return false;
  const polite = tight.replace(
    /^(请|麻烦|你好|您好|我要?|回复)+|(谢谢你?|了|吧|啊|呀|哈|我|短信|谢)+$/gu,
    '',
  );
  if (letters.has(polite) || bare.has(polite)) return true;
  if (wishes.some((wish) => tight.includes(wish))) return true;
  // The letters beside the word itself, as in "TD退" or "回T退订".
  return /^(回复?)?(td|t|r|n)(退|拒|取消)/u.test(tight);
}

/** What a no is wrapped in and says nothing by itself. */
const wrappings = [
  ...['请', '麻烦', '你好', '您好', '帮我', '给我', '我要', '我', '你们', '你', '回复', '回', '申请'],
  ...['立即', '马上', '以后', '再', '到', '都', '的', '这种', '这些', '此类', '任何', '所有'],
  ...['短信', '消息', '信息', '广告', '营销', '推送', '谢谢', '谢', '了', '吧', '啊', '呀', '哈'],
];
const saysNo = new RegExp(
  [...wishes, ...bare, ...wrappings].sort((one, other) => other.length - one.length).join('|'),
  'gu',
);

/** Whether there is nothing to hear in a no but the no, be it short or long: "TD", "请不要再给我发短信了". */
export function isBareOptOut(text: string): boolean {
  if (!isOptOut(text)) return false;
  const tight = plainReply(text).replace(/[^\p{L}\p{N}]/gu, '');
  const besides = tight
    .replace(/[a-z0-9]+/g, (run) => (letters.has(run) || digits.has(run) ? '' : run))
    .replace(saysNo, '');
  return besides === '';
}
