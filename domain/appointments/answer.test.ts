import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';

const written = (words: string) => words.split('|');

const confirmed = written(
  '1|１|①|1。|1！| 1 |回1|回复1|1，谢谢|一|1确认|确认|確認|确认1|1 确认|【确认】|确认，谢谢|我确认|确定|确定来|来|来的|我来|会来|会来的|我会来的|一定来|肯定到|能来|可以来|会到|会准时到|准时到|準時到|准时|按时到|好|好的|好的，谢谢|好的 准时到|好的，明天见|好嘞|好滴|行|行的|可以|可以的|没问题|沒問題|嗯|嗯嗯好的|是|是的|对|ok|OK|Okay|OK的|ＯＫ|yes|Yes, I will come|y|confirm|Confirmed|See you|👌|👍|明天见|到时见|必到|如约到|不取消|不取消，会来|不改了|不用改期，准时到|10点准时到|你好，确认|收到，会准时到',
);
const cannotCome = written(
  "2|２|②|2。|回2|回复2|2，不好意思|二|2取消|2改期|取消|取消。|取消预约|取消預約|请取消|帮我取消|麻烦取消一下|取消吧，谢谢|来不了|來不了|明天来不了|去不了|到不了|过不来|过不去了|赶不过来|赶不上|不来了|不來了|不能来|不去了|不想来了|没时间|没空|沒空|没有时间|不方便|不行|有事|临时有事来不了|有急事|要开会|出差了|要加班|在外地|生病了|发烧了|感冒了，不来了|改期|改時間|改约|改天吧|改到周六|改到周六可以吗|可以改到下午吗|能换个时间吗|换个时间|换一天|推迟一周|延期|往后推|能提前一天吗|下次吧|下次再约|重新预约|好的，不过改到周五|不好意思来不了|抱歉，去不了|cancel|Please cancel|Can't come|reschedule please|another day|no|不了",
);
const unclear = written(
  '|12|3|11|1或2|收到|知道了|谢谢|你好|在吗|？|1?|几点|几点的|地址在哪|怎么走|要带什么|可以停车吗|要多久|多少钱|是哪个医生|我约了吗|能不能吃饭|取消要扣钱吗|是不是取消了|看情况|不一定|不确定|可能来不了|应该能来|到时候再说|尽量|会晚一点到|迟到十分钟|晚点到|下午来|周六来|1点来|3号来|1取消|2确认|有点疼|孩子可以一起带来吗|你们是谁|退订|TD|不是不来|看看',
);

describe('an answer about an appointment', () => {
  it.each(confirmed.map((text) => ({ text })))('"$text": they come', ({ text }) => {
    expect(readAnswer(text)).toBe('confirmed');
  });
  it.each(cannotCome.map((text) => ({ text })))('"$text": not at this time', ({ text }) => {
    expect(readAnswer(text)).toBe('cannot-come');
  });
  it.each(unclear.map((text) => ({ text })))('"$text": a colleague reads it', ({ text }) => {
    expect(readAnswer(text)).toBe('unclear');
  });
});
