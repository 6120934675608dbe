import { plainReply } from '#domain/messaging/plain-reply.ts';

/** What a customer answered to "will you come?". A wish for another time is not coming at this one. */
export type AppointmentAnswer = 'confirmed' | 'cannot-come' | 'unclear';

/** What may stand around an answer and changes nothing about it. */
const around =
  /^(你好|您好|医生|老师|亲|哈喽|hi|hello|回复?|选择?|按(?=[12])|我这?边?|那|就|都|先|嗯+|哦+|噢|喔|额|呃|不好意思|对不起|抱歉|sorry)+|(谢谢(你们?|您)?|感谢|多谢|辛苦(你们?|您)?(了)?|麻烦(你们?|您)?(了)?|哈+|啊|呀|呢|哦|噢|喔|哟|吧|了|的|不好意思|抱歉|对不起|thanks|thankyou|thx)+$/gu;

/** They do come: a no to the no. */
const takenBack = /(不用|不要|不想|不会|没有?要?|没说要?|别|不)(取消|改期|改时间|改约|改了?|推迟|换)/gu;

const moves =
  /改期|改时间|改约|改到|改成|改为|改天|改日|改个|改下|改一下|改周|改明|换到|换个|换时间|换成|换一天|换下|推迟|延期|延后|往后|提前|挪到|挪一?下|调整|调到|重新(约|预约|安排)|另约|再约|下次|下周再|过几天|过段时间|reschedule|postpone|anothertime|anotherday|change/u;
const refuses =
  /取消|来不了|去不了|到不了|过不来|过不去|赶不(上|到|过来|及)|不(能|会|可以)?(来|去|到|过来|过去)|不想(来|去|做)|没(法|办法)|没空|没时间|没有时间|不方便|不行|不可以|不了|不约|约不了|有事|有急事|有会|开会|出差|加班|在外地|生病|发烧|感冒|住院|算了|放弃|退号|cancel|cannot|cant|notcoming|notavailable|unable|busy/u;
const comes =
  /确认|确定|会(来|去|到|过来|过去|准时|按时)|准时|按时|准点|没问题|(能|可以|一定|肯定|我|正常|按约|如约)(来|去|到|过来|过去|赴约)|如约|赴约|马上(来|到)|好(的|嘞|滴|哒|啊|呀)|明天见|今天见|后天见|到时见|不见不散|confirm|willcome|willbethere|comingsee|seeyou|iwill|noproblem/u;
const alone = new Set([
  ...'来 去 到 会 能 好 行 可 对 是 嗯 恩 可以 来的 行的 可 好滴 好哒 好嘞 好咧 没事 来呀 去的 到的 参加 同意 一定 肯定 必须 必到 必来 是的 对的 中 要得 得 妥 妥妥'.split(
    ' ',
  ),
  ...'ok okay okk y yes yep yeah sure fine k coming'.split(' '),
]);
const no = new Set('不 否 不行 no nope cantcome'.split(' '));

/** Neither yes nor no, whatever stands beside it: a colleague reads it. */
const doubts =
  /不一定|不确定|不能确定|说不准|看情况|看看|可能|也许|大概|应该|尽量|争取|到时候再|再说|再看|考虑|晚点|晚到|会晚|迟到|迟一?点|不是不|maybe|perhaps|notsure|late/u;
const questions =
  /[?？]|吗|么$|呢$|几点|什么|啥|怎么|咋|如何|哪|多久|多少|多长|是不是|能不能|可不可以|要不要|有没有|几个|几楼|谁|when|where|what|how/u;
/** An hour or a day of their own; those of tomorrow are what they were asked about. */
const otherTime =
  /[\d一二两三四五六七八九十]+[点号时]|上午|下午|中午|晚上|早上|(周|星期|礼拜)[一二三四五六日天\d末]|\d[:：.]\d\d/u;

/** What the digits of the question say, alone or with their word. */
const first = /^(1|一|壹)$/u;
const second = /^(2|二|贰|两)$/u;

/**
 * Reads an answer to the confirmation of an appointment: "1", "好的，准时到", "2", "改到周六可以吗". In doubt it is
 * unclear, and a colleague reads it: a seat given away by mistake costs more than a call.
 */
export function readAnswer(text: string): AppointmentAnswer {
  const plain = plainReply(text).replace(/[\u{1f44c}\u{1f44d}\u{1f197}✅✔]/gu, ' ok ');
  const tight = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const bare = tight.replace(around, '') || tight;
  if (/^[12一二]$/u.test(bare) && /[?？]/u.test(plain)) return 'unclear';
  if (first.test(tight) || first.test(bare)) return 'confirmed';
  if (second.test(tight) || second.test(bare)) return 'cannot-come';
  if (tight === '' || doubts.test(tight)) return 'unclear';

  const kept = bare.replace(takenBack, '');
  const isKept = kept !== bare;
  const words = kept.replace(/^[12]/u, '');
  if (moves.test(words)) return 'cannot-come';
  if (questions.test(plain)) return 'unclear';
  // "1取消": one of the two is a slip.
  const digit = /^[12](?!\d|[点号时:：.])/u.exec(kept)?.[0];
  const said = !isKept && refuses.test(tight) ? 'cannot-come' : sayingOf(words, isKept);
  if (digit !== undefined && said !== 'unclear')
    return (digit === '1') === (said === 'confirmed') ? said : 'unclear';
  return said;
}

function sayingOf(words: string, isKept: boolean): AppointmentAnswer {
  if (words === '') return isKept ? 'confirmed' : 'unclear';
  if (no.has(words) || refuses.test(words)) return 'cannot-come';
  if (otherTime.test(words) && !/准时|按时|准点|确认|没问题/u.test(words)) return 'unclear';
  if (alone.has(words) || comes.test(words)) return 'confirmed';
  return isKept && words.length <= 3 ? 'confirmed' : 'unclear';
}
