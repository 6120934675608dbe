import type { TreatmentCategory } from '#domain/visits/visit.ts';

/** What a treatment's name says of its kind; the first kind that knows a word of it has it. */
const wordsOf: [TreatmentCategory, RegExp][] = [
  ['orthodontics', /正畸|矫正|矫治|牙套|托槽|隐形|隐适美|保持器|orthodon|brace|aligner|invisalign/i],
  ['implant', /种植|种牙|植体|implant/i],
  ['children', /儿童|小儿|乳牙|窝沟|涂氟|pediatric|paediatric|children|sealant/i],
  ['extraction', /拔牙|拔除|智齿|阻生|extract|wisdom/i],
  [
    'injection',
    /注射|玻尿酸|透明质酸|肉毒|瘦脸针|除皱针|水光|胶原|填充剂|inject|filler|botox|botulinum|hyaluron/i,
  ],
  ['filling', /补牙|充填|填充|根管|牙髓|嵌体|filling|root canal|endodon/i],
  [
    'prosthetics',
    /牙冠|全冠|戴冠|烤瓷|全瓷|贴面|义齿|假牙|镶牙|修复体|冠桥|crown|veneer|denture|bridge|prosth/i,
  ],
  ['cleaning', /洁牙|洗牙|洁治|刮治|牙周|喷砂|cleaning|scaling|periodon/i],
  [
    'surgery',
    /手术|隆鼻|隆胸|丰胸|双眼皮|重睑|眼袋|开眼角|吸脂|抽脂|脂肪|拉皮|切除|缝合|surg|rhinoplasty|liposuction|blepharo|augment/i,
  ],
  [
    'skin',
    /皮肤|激光|光子|祛斑|祛痘|点痣|脱毛|果酸|射频|热玛吉|超声刀|美白|skin|laser|ipl|peel|hair removal/i,
  ],
  ['course', /疗程|course/i],
  ['consultation', /咨询|会诊|检查|复查|初诊|面诊|拍片|consult|check|exam/i],
];

export function categoryOf(treatment: string): TreatmentCategory {
  return wordsOf.find(([, words]) => words.test(treatment))?.[0] ?? 'other';
}

/** 洗牙、补牙 are two treatments of one visit. */
export function treatmentsIn(text: string): string[] {
  return text
    .split(/[、，,;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
