import { linesOf } from './lists.ts';

/** What a customer was not content with, from the first word to the supervisor's last call. */
export interface Trouble {
  key: string;
  share: number;
  /** Only where something was done to the customer, or only where there is a result to look at. */
  needs?: 'treatment';
  /** Said by who gives 6 or 7. */
  fair: string[];
  /** Said by who gives less. */
  bad: string[];
  problem: string[];
  plan: string[];
  settled: string[];
}

export const troubles: readonly Trouble[] = [
  {
    key: 'waiting',
    share: 26,
    fair: linesOf(`
      整体还行，就是约了十点，快十点四十才看上
      医生不错，等的时间有点长
      周末人多，候诊坐了半个多小时
    `),
    bad: linesOf(`
      等了一个多小时没人来说一声，很不高兴
      约好时间还要等那么久，以后不想来了
    `),
    problem: linesOf(`
      候诊超过四十分钟，期间无人告知
      预约时间不准，实际晚了近一小时
    `),
    plan: linesOf(`
      已致歉，反馈前台主管；下次约工作日上午第一位
      请前台查当天排班，超过十五分钟必须告知
    `),
    settled: linesOf(`
      已说明当天急诊加号的情况并致歉，客户接受，下次约早上第一位
      客户说主要是没人告知，已道歉，答应以后超时先说明
      听完抱怨并致歉，送了停车券，客户说没事了
      前台主管当面道歉，客户说能理解，愿意继续来
    `),
  },
  {
    key: 'pain',
    share: 18,
    needs: 'treatment',
    fair: linesOf(`
      做的时候比想的疼，回来还有些不舒服
      麻药过了以后疼了一晚上
    `),
    bad: linesOf(`
      疼得两晚没睡好，打电话没有人给准话
      做的过程很疼，举手了也没停
    `),
    problem: linesOf(`
      术后疼痛明显，客户认为事先没说清
      操作中疼痛，客户感觉没有被照顾到
    `),
    plan: linesOf(`
      医生当天回电，约明天免费复查
      与主诊医生沟通，下次操作前先试麻药效果
    `),
    settled: linesOf(`
      复查后调整了咬合和用药，已不疼，客户满意处理
      请医生当晚回电解释，第二天复查，已缓解
      说明疼痛属正常恢复过程，教了冷敷，客户放心了
      医生亲自解释并复查，疼痛缓解，客户表示谅解
    `),
  },
  {
    key: 'price',
    share: 15,
    fair: linesOf(`
      效果可以，觉得比别家贵
      结账时多了一项，事先没注意
    `),
    bad: linesOf(`
      报价和最后收的不一样，觉得被多收了钱
      一直推荐贵的方案，感觉不舒服
    `),
    problem: linesOf(`
      费用与最初报价不一致，客户有疑问
      客户觉得推荐项目过多
    `),
    plan: linesOf(`
      核对收费明细后给客户书面说明
      咨询师先报总价再做，已提醒到人
    `),
    settled: linesOf(`
      逐项解释了收费单，退回一项重复的材料费，客户认可
      核对后收费无误，给客户看了价目表，表示理解
      给老客户折扣，客户接受，说下次要先报总价
      重新给了两个方案和总价，客户自己选，说这样清楚
    `),
  },
  {
    key: 'result',
    share: 15,
    needs: 'treatment',
    fair: linesOf(`
      效果没有想的明显，再看看
      样子还行，和预想的有一点差别
    `),
    bad: linesOf(`
      效果和面诊时说的差很多
      做完反而觉得不自然，很失望
    `),
    problem: linesOf(`
      效果与客户期望有差距
      客户对形态不满意
    `),
    plan: linesOf(`
      约主诊医生面诊，对比术前照片再定
      两周后复诊评估，需要时免费微调
    `),
    settled: linesOf(`
      医生对照术前照片说明了变化，约两周后再看，客户同意
      请医生重新面诊，约定一个月时再评估
      说明恢复期还没过，客户愿意再等等看
      已做微调，客户说自然多了
    `),
  },
  {
    key: 'manner',
    share: 12,
    fair: linesOf(`
      前台有点冷淡，问一句答一句
      护士动作快，话不多
    `),
    bad: linesOf(`
      前台说话不耐烦，让人很不舒服
      问问题被打断，感觉不被尊重
    `),
    problem: linesOf(`
      接待态度不好
      沟通中客户感到被敷衍
    `),
    plan: linesOf(`
      查看当日录像，与当事同事谈话
      已道歉，晨会提醒接待用语
    `),
    settled: linesOf(`
      当事同事已电话道歉，客户接受
      店长出面道歉，客户情绪缓和
      客户说就事论事，改了就好
      说明了处理结果，客户说下次再看
    `),
  },
  {
    key: 'explaining',
    share: 9,
    fair: linesOf(`
      回来才发现注意事项没听全
      医生讲得快，方案不太明白
    `),
    bad: linesOf(`
      问了三次也没说清要来几次、花多少钱
      回家后不知道能不能吃东西，没人交代
    `),
    problem: linesOf(`
      注意事项交代不清
      治疗次数和费用没有讲明白
    `),
    plan: linesOf(`
      把注意事项逐条发到微信，护士再讲一遍
      请医生今天给客户回电话说明方案
    `),
    settled: linesOf(`
      医生重新讲了方案，发了书面计划，客户说清楚了
      把次数和费用列成表发给客户，没有疑问了
      护士电话逐条说明，客户没有别的问题
    `),
  },
  {
    key: 'booking',
    share: 5,
    fair: linesOf(`
      想约周末总是约不上
      改了两次时间，有点折腾
    `),
    bad: linesOf(`
      到了才知道医生停诊，白跑一趟
    `),
    problem: linesOf(`
      预约变更没有通知到客户
    `),
    plan: linesOf(`
      停诊当天逐一电话通知；给客户优先加号
    `),
    settled: linesOf(`
      已优先约到周六上午，客户认可
      致歉并说明调班原因，改约成功
    `),
  },
];
