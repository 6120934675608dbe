import type { CarePath } from './care-path.ts';
import { linesOf } from './lists.ts';

/** What brings people to an aesthetic clinic, and how it goes on. */
export const aestheticCare: readonly CarePath[] = [
  {
    key: 'photo-skin',
    share: 27,
    ages: [20, 52],
    women: 0.9,
    owned: true,
    complaints: linesOf(`
      脸上有斑，想淡一点
      毛孔粗、肤色暗沉
      两颊有红血丝
      晒伤以后肤色不匀
      朋友做了光子，想试试
    `),
    stages: [
      { minutes: 50, done: [['skin:光子嫩肤:skin']] },
      {
        after: [28, 40],
        minutes: 45,
        times: [2, 4],
        comes: 0.9,
        finishesCourse: true,
        done: [['skin:光子嫩肤:skin']],
      },
    ],
    then: [
      { path: 'photo-skin', after: [120, 300], share: 0.3 },
      { path: 'hydration', after: [30, 120], share: 0.22 },
      { path: 'wrinkles', after: [30, 200], share: 0.14 },
    ],
  },
  {
    key: 'spots',
    share: 9,
    ages: [22, 55],
    women: 0.86,
    complaints: linesOf(`
      颧骨两边的斑越来越深
      有几颗痣想点掉
      痘印一直不退
    `),
    stages: [
      { minutes: 40, done: [['skin:皮秒激光祛斑:skin'], ['skin:激光点痣:skin'], ['skin:点阵激光:skin']] },
      { after: [45, 75], minutes: 40, comes: 0.55, done: [['skin:皮秒激光祛斑:skin']] },
    ],
    then: [{ path: 'photo-skin', after: [60, 200], share: 0.2 }],
  },
  {
    key: 'hydration',
    share: 12,
    ages: [20, 48],
    women: 0.92,
    complaints: linesOf(`
      皮肤干，上妆起皮
      换季脸发紧
      想做水光，婚礼前皮肤好一点
    `),
    stages: [
      { minutes: 45, done: [['course:水光补水·第一次:skin']] },
      { after: [25, 35], minutes: 45, comes: 0.88, done: [['course:水光补水·第二次:skin']] },
      {
        after: [25, 35],
        minutes: 45,
        comes: 0.88,
        finishesCourse: true,
        done: [['course:水光补水·第三次:skin']],
      },
    ],
    then: [{ path: 'hydration', after: [90, 200], share: 0.35 }],
  },
  {
    key: 'hair-removal',
    share: 9,
    ages: [18, 40],
    women: 0.84,
    complaints: linesOf(`
      想脱腋毛
      小腿汗毛重，夏天不好意思
      唇毛明显
    `),
    stages: [
      { minutes: 30, done: [['course:激光脱毛:skin']] },
      {
        after: [30, 45],
        minutes: 30,
        times: [4, 5],
        comes: 0.92,
        finishesCourse: true,
        done: [['course:激光脱毛:skin']],
      },
    ],
    then: [{ path: 'photo-skin', after: [20, 120], share: 0.25 }],
  },
  {
    key: 'wrinkles',
    share: 17,
    ages: [26, 58],
    women: 0.88,
    owned: true,
    complaints: linesOf(`
      眉间的皱纹显凶
      笑起来眼角纹多
      咬肌大，想瘦脸
      额头抬头纹
    `),
    stages: [{ minutes: 30, done: [['injection:肉毒素除皱:injection'], ['injection:肉毒素瘦脸:injection']] }],
    then: [
      { path: 'wrinkles', after: [125, 210], share: 0.62 },
      { path: 'filler', after: [20, 150], share: 0.16 },
    ],
  },
  {
    key: 'filler',
    share: 11,
    ages: [24, 56],
    women: 0.92,
    owned: true,
    complaints: linesOf(`
      法令纹深，显累
      下巴短，想看看玻尿酸
      泪沟明显，总说没睡好
      想让嘴唇饱满一点
    `),
    stages: [
      {
        minutes: 45,
        done: [
          ['injection:玻尿酸填充·法令纹:injection'],
          ['injection:玻尿酸填充·下巴:injection'],
          ['injection:玻尿酸填充·泪沟:injection'],
        ],
      },
      { after: [13, 18], minutes: 15, comes: 0.5, done: [['other:注射后复查:injection']] },
    ],
    then: [
      { path: 'filler', after: [180, 320], share: 0.4 },
      { path: 'wrinkles', after: [20, 120], share: 0.3 },
    ],
  },
  {
    key: 'eyelids',
    share: 9,
    ages: [18, 50],
    women: 0.9,
    owned: true,
    complaints: linesOf(`
      想做双眼皮，看了很久
      内双，化妆总晕
      眼皮松了，挡视线
      眼袋明显，显老
    `),
    stages: [
      { minutes: 40, done: [['consultation:眼部面诊设计:plastic']], undecided: 0.45 },
      {
        after: [3, 18],
        minutes: 100,
        done: [
          ['surgery:双眼皮成形术:plastic'],
          ['surgery:双眼皮成形术:plastic'],
          ['surgery:内路去眼袋:plastic'],
        ],
      },
      { after: [6, 8], minutes: 20, done: [['other:拆线换药:plastic']] },
      { after: [25, 35], minutes: 20, comes: 0.75, done: [['other:术后复查:plastic']] },
    ],
    then: [{ path: 'wrinkles', after: [60, 240], share: 0.25 }],
  },
  {
    key: 'contour',
    share: 6,
    ages: [22, 48],
    women: 0.93,
    owned: true,
    complaints: linesOf(`
      双下巴，想做吸脂
      脸颊肉多，想线条清楚一点
      鼻梁低，想垫高
    `),
    stages: [
      { minutes: 45, done: [['consultation:面部轮廓面诊设计:plastic']], undecided: 0.52 },
      {
        after: [5, 21],
        minutes: 120,
        done: [['surgery:面颈部吸脂术:plastic'], ['surgery:假体隆鼻术:plastic']],
      },
      { after: [7, 9], minutes: 20, done: [['other:拆线换药:plastic']] },
      { after: [25, 35], minutes: 20, comes: 0.8, done: [['other:术后复查:plastic']] },
    ],
    then: [{ path: 'photo-skin', after: [60, 200], share: 0.25 }],
  },
];
