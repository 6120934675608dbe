import type { CarePath } from './care-path.ts';
import { linesOf } from './lists.ts';

/** What brings people to a dental clinic, and how it goes on. */
export const dentalCare: readonly CarePath[] = [
  {
    key: 'cleaning',
    share: 28,
    ages: [18, 66],
    women: 0.54,
    complaints: linesOf(`
      想洗牙，有一年没洗了
      刷牙时牙龈出血
      单位体检说牙结石多
      牙面发黄，想洗干净一点
      早上起来嘴里有异味
    `),
    stages: [
      {
        minutes: 45,
        done: [
          ['cleaning:超声波洁牙:general'],
          ['cleaning:超声波洁牙:general', 'cleaning:喷砂抛光:general'],
          ['cleaning:超声波洁牙:general', 'cleaning:龈下刮治:general'],
        ],
      },
    ],
    then: [
      { path: 'filling', after: [4, 21], share: 0.16 },
      { path: 'cleaning', after: [170, 380], share: 0.6 },
      { path: 'wisdom-tooth', after: [7, 60], share: 0.07 },
    ],
  },
  {
    key: 'filling',
    share: 17,
    ages: [16, 68],
    women: 0.53,
    complaints: linesOf(`
      吃东西塞牙，舌头舔得到洞
      喝凉水牙齿发酸
      前牙磕掉一个角
      以前补的牙掉了
      照镜子看到牙上有黑线
    `),
    stages: [
      {
        minutes: 50,
        done: [
          ['filling:树脂充填:general'],
          ['filling:树脂充填:general', 'filling:树脂充填（邻牙）:general'],
          ['filling:楔状缺损充填:general'],
        ],
      },
    ],
    then: [
      { path: 'cleaning', after: [30, 220], share: 0.42 },
      { path: 'root-canal', after: [10, 90], share: 0.05 },
    ],
  },
  {
    key: 'root-canal',
    share: 13,
    ages: [18, 70],
    women: 0.5,
    complaints: linesOf(`
      牙疼得晚上睡不着
      咬东西疼，不敢用这边吃
      牙龈上鼓了一个小包
      冷热都疼，要疼好一会儿
    `),
    stages: [
      { minutes: 60, done: [['course:根管治疗·开髓封药:general']] },
      { after: [6, 9], minutes: 60, comes: 0.96, done: [['course:根管治疗·预备冲洗:general']] },
      {
        after: [6, 10],
        minutes: 55,
        comes: 0.97,
        finishesCourse: true,
        done: [['course:根管治疗·充填:general']],
      },
      { after: [7, 15], minutes: 50, comes: 0.7, done: [['other:全瓷冠备牙取模:general']] },
      { after: [9, 15], minutes: 40, done: [['prosthetics:全瓷冠戴牙:general']] },
    ],
    then: [{ path: 'cleaning', after: [60, 260], share: 0.45 }],
  },
  {
    key: 'wisdom-tooth',
    share: 12,
    ages: [19, 42],
    women: 0.55,
    complaints: linesOf(`
      智齿反复发炎，这次嘴都张不大
      智齿顶着前面的牙，总塞东西
      准备备孕，想先把智齿拔了
      别的医院建议拔智齿
    `),
    stages: [
      {
        minutes: 60,
        done: [
          ['extraction:下颌阻生智齿拔除:oral-surgery'],
          ['extraction:上颌智齿拔除:oral-surgery'],
          ['extraction:单侧智齿拔除（上下）:oral-surgery'],
        ],
      },
      { after: [7, 9], minutes: 15, comes: 0.72, done: [['other:拔牙创口拆线:oral-surgery']] },
    ],
    then: [
      { path: 'wisdom-tooth', after: [25, 120], share: 0.3 },
      { path: 'cleaning', after: [40, 240], share: 0.35 },
    ],
  },
  {
    key: 'implant',
    share: 7,
    ages: [34, 74],
    women: 0.48,
    owned: true,
    complaints: linesOf(`
      后牙拔了半年，想种牙
      缺两颗牙，吃饭只能用一边
      旧假牙松了，问能不能种
      老家说种牙好，来问问价钱
    `),
    stages: [
      { minutes: 45, done: [['consultation:种植面诊与CBCT检查:implant']], undecided: 0.42 },
      { after: [5, 21], minutes: 90, done: [['surgery:种植体植入术:implant']] },
      { after: [8, 11], minutes: 20, comes: 0.9, done: [['other:种植术后拆线:implant']] },
      { after: [92, 130], minutes: 40, comes: 0.96, done: [['implant:种植二期取模:implant']] },
      { after: [12, 20], minutes: 45, done: [['prosthetics:种植牙戴冠:implant']] },
      { after: [150, 210], minutes: 25, comes: 0.6, done: [['implant:种植牙复查维护:implant']] },
    ],
    then: [{ path: 'cleaning', after: [60, 200], share: 0.5 }],
  },
  {
    key: 'orthodontics',
    share: 9,
    ages: [11, 33],
    women: 0.64,
    owned: true,
    complaints: linesOf(`
      牙齿不齐，想矫正
      嘴有点凸，侧面不好看
      换完牙以后门牙歪了
      想了解隐形矫正
      下牙咬在上牙外面
    `),
    stages: [
      { minutes: 45, done: [['consultation:正畸面诊与取像:orthodontics']], undecided: 0.36 },
      {
        after: [7, 24],
        minutes: 80,
        done: [
          ['orthodontics:固定矫治器粘接:orthodontics'],
          ['orthodontics:隐形矫治器首次佩戴:orthodontics'],
        ],
      },
      {
        after: [27, 42],
        minutes: 30,
        times: [16, 22],
        comes: 0.985,
        done: [['orthodontics:正畸复诊:orthodontics'], ['orthodontics:正畸复诊加力:orthodontics']],
      },
    ],
    then: [],
  },
  {
    key: 'child',
    share: 11,
    ages: [3, 12],
    women: 0.5,
    complaints: linesOf(`
      给孩子做涂氟
      孩子牙上有黑点，妈妈不放心
      乳牙晃了，新牙从里面冒出来
      学校检查说有蛀牙
      孩子说吃糖牙疼
    `),
    stages: [
      {
        minutes: 30,
        done: [
          ['children:儿童口腔检查与涂氟:children'],
          ['children:窝沟封闭:children'],
          ['children:滞留乳牙拔除:children'],
          ['filling:乳牙充填:children'],
        ],
      },
    ],
    then: [{ path: 'child', after: [150, 230], share: 0.66 }],
  },
  {
    key: 'denture',
    share: 3,
    ages: [56, 84],
    women: 0.5,
    complaints: linesOf(`
      牙掉了好几颗，吃饭嚼不动
      旧的假牙磨嘴，戴不住
      想做一副活动假牙
    `),
    stages: [
      { minutes: 40, done: [['other:活动义齿检查取模:general']] },
      { after: [7, 12], minutes: 40, done: [['prosthetics:活动义齿戴牙:general']] },
      { after: [5, 12], minutes: 20, comes: 0.6, done: [['other:活动义齿调磨:general']] },
    ],
    then: [{ path: 'filling', after: [60, 300], share: 0.15 }],
  },
];
