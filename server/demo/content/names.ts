import type { Dice } from '../dice.ts';
import { weightedWordsOf } from './lists.ts';

export type Gender = 'female' | 'male';

/** Surnames with about how many of a thousand people bear them. */
const surnames = weightedWordsOf(`
  王71 李70 张67 刘53 陈45 杨30 赵22 黄22 周20 吴20 徐15 孙15 胡13 朱13 高12 林12 何12 郭11
  马11 罗10 梁9 宋8 郑8 谢7 韩7 唐7 冯6 于6 董6 萧5 程6 曹6 袁5 邓6 许6 傅5
  沈5 曾5 彭5 吕5 苏5 卢5 蒋5 蔡5 贾4 丁4 魏4 薛4 叶4 阎4 余4 潘4 杜4 戴4
  夏4 钟4 汪4 田4 任4 姜4 范3 方3 石3 姚3 谭3 廖3 邹3 熊3 金3 陆3 郝3 孔3
  白3 崔3 康3 毛2 邱2 秦2 江2 史2 顾2 侯2 邵2 孟2 龙2 万2 段2 雷2 钱2 汤2
  尹2 黎2 易2 常2 武2 乔2 贺2 赖2 龚2 文2 庞1 樊1 兰1 殷1 施1 陶1 洪1 翟1
  安1 颜1 倪1 严1 牛1 温1 芦1 季1 俞1 章1 鲁1 葛1 单1 解1 查1 欧阳1 上官0.3 司徒0.3
  尉迟0.1
`);

interface Fashion {
  /** Born before this year. */
  before: number;
  /** The share of given names of one sign. */
  single: number;
  first: Record<Gender, string>;
  second: Record<Gender, string>;
  alone: Record<Gender, string>;
}

/** What parents liked, by the years of birth. Two signs are put together from a first and a second one. */
const fashions: readonly Fashion[] = [
  {
    before: 1966,
    single: 0.2,
    first: { female: '秀桂玉淑凤春兰素金惠美月翠爱', male: '国建文德志永福长玉明树振世光' },
    second: { female: '英兰珍芳华荣琴云莲珠梅香芝娥', male: '华民军林生明祥海山贵清根义平' },
    alone: { female: '芳萍英敏静华', male: '强军平勇辉明' },
  },
  {
    before: 1980,
    single: 0.35,
    first: { female: '丽晓红春海艳亚玉雪秋小文', male: '建志国晓海文永卫东俊少立' },
    second: { female: '红梅霞燕萍玲丽琴芳娟华敏', male: '军伟平强峰明辉华勇斌忠林' },
    alone: { female: '丽敏静艳燕霞红梅娟萍玲洁', male: '伟勇军强涛斌刚辉峰波健明' },
  },
  {
    before: 1996,
    single: 0.4,
    first: { female: '晓佳雅思梦婷慧丽诗文雪静', male: '志俊晓文家嘉宇浩振天子明' },
    second: { female: '婷婷琳雯洁颖倩莉琪怡敏君', male: '杰伟鹏飞龙豪林斌辉超阳峰' },
    alone: { female: '婷静颖倩丹莉娜雪璐琳洁蕾', male: '磊鹏超杰涛俊凯斌飞亮浩龙' },
  },
  {
    before: 2010,
    single: 0.18,
    first: { female: '雨思佳欣梓诗语紫嘉可依若', male: '宇浩俊嘉子天泽梓博明家文' },
    second: { female: '涵怡萱琪彤欣妍雯桐瑶琳然', male: '轩豪宇杰阳涛然航翔睿辰鑫' },
    alone: { female: '悦欣瑶雯彤琪', male: '睿昊轩阳航帆' },
  },
  {
    before: 9999,
    single: 0.1,
    first: { female: '梓语若沐一芷苡可心知星念', male: '梓沐浩宇子奕一承知景星予' },
    second: { female: '涵汐晨妍宁晴诺瑶禾桐安言', male: '宸轩泽睿辰阳霖铭航安川屿' },
    alone: { female: '玥苒汐诺瑜宁', male: '睿昱宸辰煜朗' },
  },
];

export function surname(dice: Dice): string {
  return dice.pickBy(surnames, (each) => each.weight).word;
}

export function givenName(dice: Dice, gender: Gender, birthYear: number): string {
  const fashion = fashions.find((each) => birthYear < each.before)!;
  if (dice.happens(fashion.single)) return dice.pick([...fashion.alone[gender]]);
  const first = dice.pick([...fashion.first[gender]]);
  // 婷婷 and 彤彤 are names; 国国 would be none.
  const seconds = [...fashion.second[gender]].filter((sign) => sign !== first || gender === 'female');
  return first + dice.pick(seconds);
}
