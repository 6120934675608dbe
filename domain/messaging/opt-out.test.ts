import { describe, expect, it } from 'vitest';
import { isBareOptOut, isOptOut } from './opt-out.ts';

const written = (words: string) => words.split('|');
const zeroWidth = '\u200b';

const spellings = [
  ...written(
    'T|TD|R|N|NO|Q|t|td|Td|tD|r|n|no|No|q|TT|tt|STOP|stop|Stop|Unsubscribe|UNSUBSCRIBE|cancel|Quit|END',
  ),
  ...written(
    'Ｔ|ＴＤ|Ｒ|Ｎ|ｔ|ｔｄ|ｒ|ｎ|ＮＯ|ＳＴＯＰ|ｓｔｏｐ|Ｔ Ｄ|Ｔ　Ｄ|T D|t d|T　D|T.D|T.D.|T-D|T_D|T、D|T，D|T/D|"TD"|“TD”|‘TD’',
  ),
  ...written(
    '【TD】|[TD]|(TD)|（TD）|<TD>|《TD》|TD。|TD！|TD!|TD~|TD～|TD…|TD...| TD|TD |  T  D  |TD\n|\nTD|\tTD|\r\nTD\r\n|Td.|tD!|*TD*|#TD#|~TD~|TD,|TD，|TD；',
  ),
  ...written(
    '回复TD|回复T|回TD退订|回T退订|请TD|TD谢谢|TD，谢谢|td了|T退|TD退|TD退订|td退订|R退订|R拒收|N拒收|N退订|T退订|回复R|我TD|TD吧',
  ),
  ...[
    `T${zeroWidth}D`,
    `${zeroWidth}TD`,
    'T\u200cD',
    'T\u200dD',
    'T\ufeffD',
    'T\u2060D',
    '\u202eTD',
    `退${zeroWidth}订`,
  ],
  ...[
    'T\u00adD',
    'TD\ufe0f',
    '退\u3000订',
    'Т',
    'ТD',
    'ᴛᴅ',
    '𝐓𝐃',
    '𝗧𝗗',
    'ⓣⓓ',
    'ⓉⒹ',
    '🆃🅳'.normalize('NFKC') === '🆃🅳' ? 'ＴＤ！' : '🆃🅳',
  ],
  ...written(
    '退订|退訂|退 订|退　訂|退.订|退-订|退订。|退订！|退订谢谢|退订，谢谢|请退订|麻烦退订|我要退订|我要退訂|退订短信|退订吧|退订了|帮我退订|给我退订|立即退订|马上退订|退订退订|退定|退钉|推订|“退订”|【退订】|短信退订|申请退订',
  ),
  ...written('tuiding|TUIDING|Tui Ding|tui ding|tui-ding|jushou|ju shou|quxiao|QUXIAO'),
  ...written('取消|取消。|取消订阅|取消訂閱|取消接收|取消短信|取消推送|请取消订阅|取 消|取消吧'),
  ...written('拒收|拒收！|拒 收|拒绝|拒絕|拒绝接收|拒絕接收|我拒收|拒|谢绝|謝絕|谢绝推送'),
  ...written(
    '不要|不要了|不要发|不要發|不要再发|不要再發了|请不要再发|请不要再发短信|不要再给我发，不要发了|不要再给我发|别给我发了|请不要给我发短信|别发了|別發了|别发|别再发了|別再發|别再发短信|勿发|勿發|勿再发|请勿再发|莫发|不用发了|不用再发',
  ),
  ...written(
    '停发|停止发送|停止推送|请停发|停|不收|不接收|不想收|不想收了|不想再收到|不需要短信|不订|不看|退|滚',
  ),
  ...written(
    '勿扰|勿擾|请勿打扰，勿扰|别打扰|別打擾|不要打扰我|不要騷擾|别骚扰|别再打扰我|别再联系|別再聯繫|不要再联系我|不要联系我|移出名单|0000|00000',
  ),
];

const others = [
  ...written(
    'TD是什么|TD是什么意思？|TD啥意思|回TD怎么退订|怎么退订|如何退订？|为什么退订不了|退订吗|可以退订吗|退订是什么|T恤有吗',
  ),
  ...written('不要退订|我不退订|不想退订|别退订|没退订|刚才误发TD|发错了，不是退订|请继续发|恢复接收'),
  ...written('好的|收到|谢谢|明天见|可以|1|2|5|10|是|否则改天|嗯|ok|OK|yes|Y|？|?|……|👍|　'),
  ...written(
    '改到周五可以吗|取消明天的预约|我想取消预约|能取消吗|取消了还要付钱吗|不要麻药|不要紧|别忘了我的药|今天不要来接我了',
  ),
  ...written(
    '牙还在痛|T型矫正|TDD|Tom|rt|NN医生|Nina|Roger|north|note|终于|停车在哪里|停车场满了|拒绝使用金属托槽|退烧了|退休了|滚烫',
  ),
  ...written('订好了|我订了周三|订金退吗|退款什么时候到|定金可以退吗|不收费吧|不看牙了改洗牙|收不到验证码'),
];

describe('a reply', () => {
  it('is written in two hundred ways', () => {
    expect(new Set(spellings).size).toBeGreaterThanOrEqual(200);
  });

  it.each([...new Set(spellings)].map((text) => ({ text })))('that says "$text" is a no', ({ text }) => {
    expect(isOptOut(text)).toBe(true);
  });

  it.each(others.map((text) => ({ text })))('that says "$text" is none', ({ text }) => {
    expect(isOptOut(text)).toBe(false);
  });
});

describe('a no', () => {
  it.each([
    { text: 'Ｔ Ｄ', isBare: true },
    { text: '请不要再给我发了吧', isBare: true },
    { text: '以后请不要再给我发这种广告短信了，谢谢', isBare: true },
    { text: '退订，牙疼', isBare: false },
    { text: 'TD 肿了', isBare: false },
    { text: '别再发了，上次的事还没给我说法', isBare: false },
    { text: '好的', isBare: false },
  ])('"$text" says nothing besides: $isBare', ({ text, isBare }) => {
    expect(isBareOptOut(text)).toBe(isBare);
  });

  it('in any spelling of it says nothing besides', () => {
    expect(spellings.filter((text) => !isBareOptOut(text))).toEqual([]);
  });
});

describe('an answer to whether they come', () => {
  it.each([
    { text: '取消', no: false },
    { text: '请取消吧', no: false },
    { text: 'cancel', no: false },
    { text: '取消短信', no: true },
    { text: '退订', no: true },
    { text: 'TD', no: true },
    { text: '拒收', no: true },
  ])('"$text" is a no to offers: $no', ({ text, no }) => {
    expect(isOptOut(text, 'appointment')).toBe(no);
    expect(isOptOut(text)).toBe(true);
  });
});
