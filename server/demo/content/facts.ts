import type { Dice } from '../dice.ts';
import { linesOf, weightedWordsOf, wordsOf } from './lists.ts';
import type { Gender } from './names.ts';

/** Streets and housing estates of Lanjiang (澜江), a city that is on no map. */
const districts = [
  { name: '江滨区', streets: wordsOf('听潮路 长堤街 白鹭路 渡口巷 望江大道 船坞路') },
  { name: '北苑区', streets: wordsOf('松影路 学林街 北苑大道 杏坛路 机床厂路 青石巷') },
  { name: '云湖区', streets: wordsOf('云湖大道 荷风路 镜月街 南屏路 柳浪巷 会展一路') },
];
const estates = wordsOf(
  '锦澜苑 江岸花园 书香里 云湖一号 松石小区 悦汀府 老船厂宿舍 澜庭 禾苑 望月公馆 桂语里 东湾新村',
);

/** An address, mostly in the district of the clinic with that place in the chain. */
export function address(dice: Dice, clinic: number): string {
  const district = dice.happens(0.7) ? districts[clinic % districts.length]! : dice.pick(districts);
  const street = `澜江市${district.name}${dice.pick(district.streets)}${dice.whole(1, 399)}号`;
  if (dice.happens(0.25)) return street;
  return `${street}${dice.pick(estates)}${dice.whole(1, 28)}栋${dice.whole(1, 30)}0${dice.whole(1, 6)}室`;
}

const prefixes = wordsOf(
  '133 135 136 137 138 139 150 151 152 158 159 176 177 178 180 181 185 186 187 188 189 198 199',
);

/**
 * China keeps no numbers free for stories. These have four zeros where a real one has its region and exchange,
 * so that everybody sees that they are made up; do not dial them all the same.
 */
export function phone(dice: Dice): string {
  return `+86${dice.pick(prefixes)}0000${String(dice.whole(0, 9999)).padStart(4, '0')}`;
}

const handles = wordsOf(
  'xiaoyu lanlan nuannuan qingfeng mianmian yueyue chengzi dabai xingkong hupo lemon cloud',
);

/** A name on WeChat that, as everybody sees, was made up. */
export function wechat(dice: Dice): string {
  return `demo_${dice.pick(handles)}_${String(dice.whole(0, 9999)).padStart(4, '0')}`;
}

/** Where customers come from, with the share of each in a hundred. */
const sources = weightedWordsOf(
  '转介绍24 大众点评17 美团12 抖音12 小红书11 路过8 官网5 微信公众号5 高德地图3 企业团检3',
);

export function channelSource(dice: Dice): string {
  return dice.pickBy(sources, (each) => each.weight).word;
}

const callings = wordsOf(
  `教师 会计 公司职员 销售 护士 公务员 个体经营 工程师 设计师 自由职业 司机 银行职员 电商运营 厨师 程序员 律师
  人事专员 物业管理 健身教练 导游 药店店员 幼儿园老师`,
);

export function occupation(dice: Dice, age: number, gender: Gender): string | null {
  if (age < 7) return null;
  if (age < 18) return '学生';
  if (age < 23 && dice.happens(0.7)) return '大学生';
  if (age >= (gender === 'female' ? 55 : 60)) return dice.happens(0.85) ? '退休' : '个体经营';
  if (gender === 'female' && age > 28 && dice.happens(0.08)) return '全职妈妈';
  return dice.happens(0.12) ? null : dice.pick(callings);
}

const remarks = linesOf(`
  怕疼，操作前先说明再动手
  只方便晚上六点后接电话
  对青霉素过敏
  有高血压，操作前先量血压
  希望固定由同一位医生看诊
  开车来，提前告知停车位
  喜欢微信联系，电话常常不接
  问得细，讲方案时多留时间
  上夜班，上午不要打电话
  咽反射重，取模要慢一点
  血糖偏高，在服药
  对价格敏感，先报总价
  备孕中，拍片前先询问
  听力不太好，讲慢一点、大声一点
  介绍过两位同事来
  从外区过来，尽量一次多做几项
`);

export function remark(dice: Dice): string | null {
  return dice.happens(0.25) ? dice.pick(remarks) : null;
}
