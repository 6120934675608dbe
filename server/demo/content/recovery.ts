import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { ClinicKind } from './chain.ts';
import { linesOf } from './lists.ts';

/** What people say of how they have been since: that all is well, or that something is not. */
export interface Recovery {
  well: string[];
  sore: string[];
  /** What the clinic answers to that. */
  advice: string[];
}

const recoveries = {
  cleaning: {
    well: linesOf(`
      洗完牙面很干净，没有不舒服
      牙龈这两天不怎么出血了
      头一天有点酸，今天已经好了
      感觉牙缝大了一点，解释后表示明白
    `),
    sore: linesOf(`
      喝凉水还有点酸
      刷牙时牙龈仍有少量出血
    `),
    advice: linesOf(`
      告知属常见反应，用抗敏牙膏，一周不缓解再复查
      教用软毛牙刷和牙线，两周后再问
    `),
  },
  filling: {
    well: linesOf(`
      补的牙吃饭正常，冷热都不酸
      咬合合适，舌头舔着光滑
      已经正常用这边吃饭
      颜色和旁边的牙差不多，看不出补过
    `),
    sore: linesOf(`
      咬硬东西有点高
      喝冷的还有一点酸
      牙线过不去，有点塞
    `),
    advice: linesOf(`
      请医生看过记录，约回来调一下咬合
      观察三天，夜里自发疼就马上联系
    `),
  },
  rootCanal: {
    well: linesOf(`
      疼痛明显轻了，晚上能睡
      牙不疼了，暂时用另一边吃饭
      封的药没有掉，没有不适
    `),
    sore: linesOf(`
      咬东西还有些胀痛
      封药第二天疼了一阵，吃了止痛药
    `),
    advice: linesOf(`
      告知预备后胀痛两三天属正常，避免咬硬物，加重随时来
      医生建议降低咬合，约明天过来
    `),
  },
  extraction: {
    well: linesOf(`
      血早就止住了，只有一点胀
      张口正常，今天能吃面条了
      伤口没有异味，药按时吃
      没有发烧，肿已经消下去
    `),
    sore: linesOf(`
      腮帮子还有点肿，张口小
      伤口隐隐疼，晚上要吃止痛药
      嘴里有点味道，担心感染
    `),
    advice: linesOf(`
      指导前两天冷敷后改热敷，温盐水轻含，三天后再问
      请医生看了照片，伤口正常，继续吃药，不适随时来
    `),
  },
  dentalSurgery: {
    well: linesOf(`
      种植那边没有渗血，微微有点胀
      肿得不厉害，按医生说的冰敷了
      吃软食，伤口没有不适
    `),
    sore: linesOf(`
      脸还肿着，担心上班不好看
      缝线的地方有点扯着疼
    `),
    advice: linesOf(`
      告知肿胀第三天最明显，之后消退，继续冰敷和漱口
      约提前两天复查，让医生看伤口
    `),
  },
  implant: {
    well: linesOf(`
      种的牙没有松动，吃东西没感觉
      取完模没有不舒服，等着戴牙
    `),
    sore: linesOf(`
      牙龈旁边有点红
    `),
    advice: linesOf(`
      教用间隙刷清洁，一周后复查
    `),
  },
  orthodontics: {
    well: linesOf(`
      加力头两天酸，今天能正常吃饭
      看得到门牙在往里收
      托槽没有掉，结扎丝也不扎嘴
      牙套每天戴够二十小时，没有断
    `),
    sore: linesOf(`
      后面的钢丝扎到腮
      有一颗托槽松了
      牙酸，只能喝粥
    `),
    advice: linesOf(`
      教用正畸蜡贴住，明天过来剪丝
      约加号粘托槽，不额外收费
    `),
  },
  children: {
    well: linesOf(`
      孩子没喊疼，刷牙比以前积极
      妈妈说涂氟后按要求半小时没喝水
      孩子挺喜欢医生，说下次还来
      封闭的牙没有掉，吃饭正常
    `),
    sore: linesOf(`
      孩子说咬东西有点硌
      拔乳牙的地方孩子老用舌头舔
    `),
    advice: linesOf(`
      和妈妈说明一两天会适应，观察三天
      提醒看着孩子别舔伤口，新牙位置下次检查
    `),
  },
  prosthetics: {
    well: linesOf(`
      戴上的牙咬合合适，吃饭有劲了
      颜色自然，家里人没看出来
      不塞牙，牙龈也不疼
    `),
    sore: linesOf(`
      左边咬合偏高，吃饭磕
      牙龈边上压着有点疼
      旁边容易塞肉
    `),
    advice: linesOf(`
      约这两天过来调磨，调到合适为止
      教用牙线和冲牙器，复查时看邻接
    `),
  },
  consultation: {
    well: linesOf(`
      方案听明白了，回去和家里人商量
      对面诊很满意，问了分期的事
      拿到了两个方案，还在比较
    `),
    sore: linesOf(`
      觉得方案讲得快，没太记住
    `),
    advice: linesOf(`
      把方案要点发到微信，约医生再通一次电话
    `),
  },
  skin: {
    well: linesOf(`
      当天有点红，第二天就退了
      皮肤亮了一些，斑在慢慢浅
      结的薄痂已经掉得差不多，没有抠
      有按要求防晒补水，没有不舒服
    `),
    sore: linesOf(`
      脸颊还有点红，发烫
      掉痂的地方颜色有点深，担心反黑
      有点干痒
    `),
    advice: linesOf(`
      请医生看了照片，属正常反应，冷敷、停用酸类护肤品三天
      嘱加强防晒，医用面膜每天一次，一周后回看
    `),
  },
  injection: {
    well: linesOf(`
      针眼看不出来了，表情自然
      两边对称，没有硬块
      皱眉的时候纹路浅了很多
      瘦脸慢慢看得出来，嚼东西略没劲，能接受
    `),
    sore: linesOf(`
      注射的地方有一小块青
      摸着有个小硬点，不疼
      感觉两边眉毛高低不一样
    `),
    advice: linesOf(`
      告知淤青一周左右吸收，不揉不热敷，照片已给医生看
      约满两周复查，由医生判断是否微调
    `),
  },
  aestheticSurgery: {
    well: linesOf(`
      肿消了大半，伤口干净
      拆了线感觉轻松多了，恢复比想的快
      有按时换药，没有渗血发热
    `),
    sore: linesOf(`
      早上起来肿得明显，心里有点慌
      两边消肿不一样，担心不对称
      伤口有点痒，总想碰
    `),
    advice: linesOf(`
      说明消肿有先后，一个月后再看形态，垫高枕头睡
      请医生看了照片，恢复正常，约提前复查让客户放心
    `),
  },
  hydration: {
    well: linesOf(`
      针眼两天就平了，皮肤水润
      上妆服帖多了，同事都说气色好
      这次比上次反应轻，没有淤青
    `),
    sore: linesOf(`
      有几个小鼓包还没平
    `),
    advice: linesOf(`
      告知两三天吸收，不要按压，保持清洁
    `),
  },
  general: {
    well: linesOf(`
      复查后没有不舒服，按约定时间再来
      处理完轻松多了，没有别的问题
      恢复正常，照医生说的在做
    `),
    sore: linesOf(`
      还有一点不舒服，不影响吃饭睡觉
    `),
    advice: linesOf(`
      已告知医生，观察两天再联系
    `),
  },
} satisfies Record<string, Recovery>;

type RecoveryKey = keyof typeof recoveries;

const byCategory: Record<TreatmentCategory, Record<ClinicKind, RecoveryKey>> = {
  consultation: { dental: 'consultation', aesthetic: 'consultation' },
  surgery: { dental: 'dentalSurgery', aesthetic: 'aestheticSurgery' },
  injection: { dental: 'injection', aesthetic: 'injection' },
  skin: { dental: 'skin', aesthetic: 'skin' },
  course: { dental: 'rootCanal', aesthetic: 'hydration' },
  orthodontics: { dental: 'orthodontics', aesthetic: 'orthodontics' },
  implant: { dental: 'implant', aesthetic: 'implant' },
  prosthetics: { dental: 'prosthetics', aesthetic: 'prosthetics' },
  filling: { dental: 'filling', aesthetic: 'filling' },
  extraction: { dental: 'extraction', aesthetic: 'extraction' },
  cleaning: { dental: 'cleaning', aesthetic: 'cleaning' },
  children: { dental: 'children', aesthetic: 'children' },
  other: { dental: 'general', aesthetic: 'general' },
};

export function recoveryOf(category: TreatmentCategory, kind: ClinicKind): Recovery {
  return recoveries[byCategory[category][kind]];
}
