/**
 * What clinics do, as it is said: whoever reads one of these on a phone that is not theirs has learned a secret. Cleaning
 * is not among them: everybody has it done.
 */
export const treatmentWords: readonly string[] = [
  // The eyes, the nose, the face and its bones.
  '双眼皮|单眼皮|割眼皮|埋线双眼|提眉|切眉|眉下切|眼袋|卧蚕|泪沟|开眼角|开内眼|开外眼|眼综合|上睑下垂|去皮眼',
  '隆鼻|鼻综合|垫鼻|鼻尖|鼻翼|鼻小柱|歪鼻|驼峰鼻|耳软骨|肋软骨|假体|膨体|硅胶',
  '丰唇|唇珠|厚唇|酒窝|垫下巴|下颌角|磨骨|颧骨|削骨|正颌|小颌|额头填充|丰额|丰太阳穴|法令纹|木偶纹|颈纹|双下巴',
  '拉皮|除皱|面部提升|提拉|线雕|埋线|悬吊|小拉皮|脂肪填充|自体脂肪|颊脂',
  // What is injected.
  '玻尿酸|透明质酸|肉毒|保妥适|衡力|瘦脸针|除皱针|瘦肩针|瘦腿针|瘦小腿|水光针|水光|中胚层|胶原蛋白针|嗨体|童颜针|少女针|濡白天使|艾莉薇|乔雅登|瑞蓝|伊婉|溶脂|溶解酶|美白针|婴儿针',
  // The breast, the body, the private.
  '隆胸|丰胸|缩胸|副乳|巨乳|吸脂|抽脂|溶脂针|腹壁|瘦身|减肥|减重|丰臀|马甲线',
  '私密|阴道|处女膜|阴唇|包皮|男科|妇科|人流',
  // Light, heat and sound.
  '激光|皮秒|超皮秒|蜂巢|光子|嫩肤|点阵|射频|热玛吉|热拉提|超声炮|超声刀|黄金微针|微针|热立塑|酷塑|冷冻溶脂|脱毛|冰点|果酸|刷酸|焕肤|水杨酸|小气泡',
  // Skin and hair.
  '祛斑|祛痘|祛疤|祛痣|点痣|祛皱|祛眼袋|祛红|去疣',
  '植发|种发|生发|发际线|植眉|种眉|纹眉|纹绣|洗纹身|去纹身|纹唇',
  '整形|整容|医美|微整|变美|抗衰|美白嫩肤',
  // Teeth.
  '种植|种植牙|种牙|植牙|植体|植骨|骨粉|上颌窦|基台|全口|半口|即刻负重',
  '正畸|矫正|矫治|牙套|托槽|隐形牙|隐适美|时代天使|保持器|支抗|龅牙|地包天|牙列不齐',
  '烤瓷|全瓷|牙冠|贴面|假牙|义齿|镶牙|桩核|嵌体|活动牙|牙桥',
  '拔牙|拔除|根管|牙髓|死髓|杀神经|牙周|牙龈翻瓣|龈下|刮治|补牙|窝沟封闭|冷光美白|牙齿美白',
  'botox|filler|fillers|hyaluronic|liposuction|facelift|rhinoplasty|blepharoplasty|thread lift|laser|thermage|ultherapy|microneedling|tattoo removal|hair transplant|surgery',
  'implant|implants|braces|aligner|aligners|veneer|veneers|dentures|denture|extraction|root canal|whitening',
].flatMap((words) => words.split('|'));

/** What was found, which tells as much; a form asks for some of it, a message names none. */
export const conditionWords: readonly string[] = [
  '黄褐斑|雀斑|太田痣|老年斑|痤疮|痘坑|痘印|粉刺|疤痕|瘢痕|胎记|血管瘤|红血丝|酒渣鼻|湿疹|皮炎|银屑病|白癜风|脂溢性|扁平疣|湿疣',
  '脱发|斑秃|妊娠纹|狐臭|腋臭|多汗症|性功能|龋|蛀牙|根尖|智齿|梅毒|艾滋|乙肝|性病|肿瘤|癌|抑郁|怀孕|备孕|流产|避孕|麻醉|全麻|手术',
  'acne|scar|scars|hair loss|wisdom tooth|gum disease|caries|cavity|anesthesia|pregnancy|hepatitis',
].flatMap((words) => words.split('|'));
