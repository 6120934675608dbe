import { linesOf } from './lists.ts';

/** What is said at the end of a good call; {doctor} is the one who treated. */
export const praise = linesOf(`
  夸{doctor}手轻，讲得明白
  说{doctor}很耐心，下次还找同一位
  对护士印象好，一直在旁边安慰
  环境干净，前台热情，没有等太久
  说已经推荐给同事
  打算带家里人一起来
  觉得费用讲得清楚，放心
  说是做得最舒服的一次
  谢谢回访，觉得被放在心上
  没有别的意见，挺好的
  说{doctor}会先解释再动手，心里踏实
  停车有人引导，觉得周到
  夸前台记得住人，一进门就叫得出姓
  孩子在候诊区玩得高兴，家长省心
  说比预想的快，没耽误下午上班
  对消毒流程放心，器械都是当面拆的
  说{doctor}讲了几个方案让自己选，不催
  微信上问问题回得快
  离家近，准备以后都来这里
  请转告{doctor}谢谢
`);

export const content = linesOf(`
  总体满意，等候时间还可以再短一点
  都挺好，就是停车不太方便
  满意，希望周末能多放几个号
  没什么意见，正常
  医生好，候诊区人多有点吵
  满意，建议微信上也能看方案
  可以，和之前差不多
  满意，没有特别要说的
  挺好，就是空调有点凉
  满意，发票开得慢了点
  服务可以，希望提前发一次注意事项
  还行，交通不太方便，下次想约远一点的时间
  都好，候诊的水杯用完没人补
  满意，希望固定同一位护士
`);

export const month = linesOf(`
  上个月来过，整体印象不错
  记得当时是{doctor}看的
  上个月做完到现在一直没有问题
  说上月的安排挺顺，没有白跑
  提起上个月来的那次，说印象还好
  已经恢复得差不多，生活没影响
  问上个月的恢复，说早就好了
  刚好想预约下一次，顺便聊了聊
  最近工作忙，不过对上次比较满意
  家里人也说效果可以
`);

export const survey = linesOf(`
  这三个月牙齿变化看得出来
  复诊时间都好约，没有耽误上课上班
  进度每次都讲，心里有数
  托槽掉过一次，当天就补上了
  牙缝在慢慢关，照片对比很明显
  刷牙比以前麻烦，已经习惯
  最近换了弓丝，头两天酸
  妈妈说孩子比以前爱照镜子了
`);

/** Where the call only reminds or cares, by the protocol. */
export const reminded: Record<string, string[]> = {
  'stitches-out': linesOf(`
    已提醒拆线，客户记得，按约过来
    说周末有空，约好周六上午拆线
    医生说用的是可吸收线，不用拆，已记录
  `),
  'scab-off': linesOf(`
    痂掉得差不多了，没有抠，颜色均匀
    还有几点没掉，叮嘱别抠、继续防晒
    拍了照片发来，医生看过说正常
    痂昨天全掉了，新皮肤有点粉
    边上还有一点，洗脸没敢用力
    没有起水泡，在按要求抹修复霜
  `),
  'crown-fitted': linesOf(`
    戴牙后吃饭正常，咬合不高
    颜色和旁边一样，很满意
    有一点紧，医生说过几天会适应
    刚开始有点不习惯，现在好了
    不塞牙，会用牙线了
  `),
  injection: linesOf(`
    形状稳定，没有硬块，两边对称
    效果还在，下个月再看要不要补
    说最近忙，想等假期再来补
    已约下周五下午，让医生看看
  `),
};

export const silence = linesOf(`
  响铃无人接听
  响了很久没人接
  提示关机
  接通后挂断
  一直占线
`);

export const silentWechat = linesOf(`
  微信已留言，未回复
  微信已读未回
`);

export const later = linesOf(`
  正在开会，请晚点再打
  在开车，不方便
  在上课，下课后再联系
  正在忙，约好晚些时候
  孩子在睡觉，请过会儿再打
`);

export const refusals = linesOf(`
  说恢复得很好，不需要再打电话
  有事会自己联系，不用回访
  不方便多说，这次不用回访了
  说到店再当面讲，不用打电话
`);

/** Said by who is not seen again. */
export const farewells = linesOf(`
  已经搬到外地，不再来了
  在别处继续做了，不用再联系
`);

export const refusesAll = '要求以后不要再联系';

export const strangers = linesOf(`
  接电话的不是本人，说打错了
  提示是空号
  号码已换人使用
`);

export const numberFound = linesOf(`
  从就诊时留的家属处问到新号码，已联系上
  微信联系上本人，号码已更正
`);

export const supervisorReached = linesOf(`
  主管用微信联系上，客户说前两天在出差，一切都好
  晚上七点打通，说白天不接陌生电话，恢复得不错
  通过同来的家人转告，已回电，没有不适
`);

/** Why a supervisor ended what nobody could answer. */
export const endings = {
  unreachable: linesOf(`
    三次未接，已发微信和短信说明，下次到诊时当面问
    多次未接，客户已在门诊当面反馈过，情况良好
    联系不上，前台已备注，下次预约时补问
  `),
  wrong_number: linesOf(`
    号码有误，微信也没有加，待到诊时更新
    空号，已请前台下次登记新号码
  `),
};

/** What a supervisor arranges after a complaint is settled. */
export const afterwards = linesOf(`
  一周后再回访确认一次
  下次到诊时主管到场问候
  已登记，周会上讨论怎么避免
  请主诊医生下次复诊时再解释一遍
  处理结果已告知当事同事
`);

/** What colleagues remind each other of, and what comes of it. */
export const reminders = {
  pondering: {
    matters: linesOf(`
      方案还在考虑，问问和家里商量得怎样
      上次担心恢复期，再讲一讲
      在和别家比价，约他再来一次
      说发工资以后定，提醒一下活动时间
      想等假期做，确认时间
    `),
    outcomes: linesOf(`
      还在商量，说月底给答复
      已约周六上午过来细谈
      觉得价格偏高，暂时不考虑
      说近期忙，下个月再联系
      家里人不太同意，先放一放
      已在别处做了，谢谢关心
      问了分期，发了资料，过几天再问
    `),
  },
  invited: {
    matters: linesOf(`
      网上问过还没来，约面诊时间
      抖音留言问过项目，回个电话
      上次说周末来，确认哪天
      领过体验券没到店，问问
    `),
    outcomes: linesOf(`
      说最近忙，下周再看
      已约周日下午面诊
      只是先了解，暂时不来
      问了地址和停车，准备过来
      想知道价格，已发价目和案例
    `),
  },
  own: {
    matters: linesOf(`
      问问效果，约下一次
      疗程剩余次数提醒，安排时间
      上次说想了解其他项目，发案例
      老客户，节日问候，顺便问恢复
    `),
    outcomes: linesOf(`
      效果满意，约了下周末
      最近出差，回来再约
      还在看，问了两个问题，已请医生答复
      说没有别的需要，谢谢关心
      带闺蜜一起来，约好周日
    `),
  },
  doctor: {
    matters: linesOf(`
      做得比较久，问问今天怎么样
      反应可能比别人大，亲自问一句
      恢复情况问一问，必要时提前复查
      用药交代过，问有没有不舒服
      客户比较紧张，打个电话让他放心
    `),
    outcomes: linesOf(`
      没有特别不适，按时复诊
      反应正常，嘱按医嘱用药
      说比预想的好，谢谢医生打来
      有点肿，属正常，约三天后看一眼
      问了能不能运动，已说明
    `),
  },
  confirm: {
    matters: linesOf(`
      确认明天的预约，第一次来，发地址
      约的医生明天临时调班，问能否改时间
      明天复诊，提醒带上次的片子
    `),
    outcomes: linesOf(`
      确认会来，已发地址
      确认，按时到
      想晚半小时，已调整
    `),
  },
} satisfies Record<string, { matters: string[]; outcomes: string[] }>;
