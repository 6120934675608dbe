import type { RecoveryCard } from '../card.ts';
import { atHome, earlySwelling, medicine, mood, pain, signs, swelling } from './asked.ts';

const notOurs = {
  zh: '不说“正常、再等等就好”打发，不评价好不好看，不承诺消肿或定型的日子，不建议自行用药、按揉、热敷。',
  en: 'Do not send anybody off with "wait and see"; do not judge the looks, promise a day, or suggest medicine, rubbing or heat.',
};

/** How the usual aesthetic treatments heal; careful and general, until a doctor of the clinic has made them its own. */
export const aestheticCards: readonly RecoveryCard[] = [
  {
    code: 'eye-area',
    name: { zh: '眼部手术', en: 'Operation of the eye area' },
    procedure: {
      categories: ['surgery'],
      words: ['双眼皮', '重睑', '眼袋', '眼角', '上睑', '提肌', '眼部', 'bleph', 'eyelid'],
    },
    days: [
      {
        from: 0,
        to: 3,
        expected: {
          zh: '肿胀、淤青、眼皮发紧，第二三天最明显；早上比晚上肿一些。',
          en: 'Swelling, bruises and tight lids, strongest on day two or three, and more in the morning.',
        },
        signs: [signs.sight, signs.eyePain, signs.bleeding, signs.fever, signs.strongPain],
        questions: [pain, earlySwelling, medicine, atHome],
        say: {
          zh: '头垫高一点睡，冰敷隔着干净的纱布，别压眼球。看东西有没有模糊、重影？眼球胀不胀？有一点都请现在告诉我。',
          en: 'Sleep with your head raised, cool through clean gauze, and do not press the eye. Is your sight blurred or double, does the eyeball ache? If only a little, tell me now.',
        },
        neverSay: notOurs,
      },
      {
        from: 4,
        to: 10,
        expected: {
          zh: '肿和淤青往下走、颜色变黄，慢慢变淡；两边消肿快慢可以不一样。',
          en: 'Swelling and bruises move down, turn yellow and fade; the two sides may differ in pace.',
        },
        signs: [signs.sight, signs.fever, signs.pus, signs.woundOpen, signs.spreading],
        questions: [pain, swelling, atHome, mood],
        say: {
          zh: '拆线的日子我和您核对一下。拆线前后眼周别沾生水、别化妆，外出挡一挡太阳。',
          en: 'Let us check the day for the stitches. Around it, no tap water and no make-up there, and shade from the sun.',
        },
        neverSay: notOurs,
      },
      {
        from: 11,
        to: 120,
        expected: {
          zh: '线条还偏宽、偏硬，随着恢复会慢慢柔和；每个人快慢不同。',
          en: 'The line is still broad and firm and softens with time, at a different pace for everybody.',
        },
        signs: [signs.sight, signs.uneven, signs.spreading, signs.pus],
        questions: [swelling, mood],
        say: {
          zh: '您照镜子最在意哪里？我原样记给医生，复查的时候让医生当面和您说。',
          en: 'What concerns you most in the mirror? I note it word for word, and the doctor will discuss it with you face to face.',
        },
        neverSay: notOurs,
      },
    ],
  },
  {
    code: 'rhinoplasty',
    name: { zh: '鼻部手术', en: 'Rhinoplasty' },
    procedure: {
      categories: ['surgery'],
      words: ['隆鼻', '鼻综合', '鼻部', '鼻整形', '鼻翼', '鼻尖', '鼻', 'rhino', 'nose'],
    },
    days: [
      {
        from: 0,
        to: 3,
        expected: {
          zh: '鼻塞、闷胀、眼周淤青、少量渗血常见，第二三天肿得最明显。',
          en: 'A blocked, heavy nose, bruises around the eyes and a little oozing are common; swelling peaks on day two or three.',
        },
        signs: [signs.bleeding, signs.fever, signs.pale, signs.strongPain, signs.sight],
        questions: [pain, swelling, medicine],
        say: {
          zh: '用嘴呼吸，头垫高，别擤鼻子、别低头用力。固定的东西别自己动。鼻尖皮肤颜色有变化请立刻拍照发我，我马上找医生。',
          en: 'Breathe through the mouth, keep your head high, no blowing, no straining. Leave the splint alone. If the skin of the tip changes colour send me a picture at once; I will get the doctor.',
        },
        neverSay: notOurs,
      },
      {
        from: 4,
        to: 14,
        expected: {
          zh: '肿胀和淤青逐渐消退，鼻子还发硬、发木。',
          en: 'Swelling and bruises fade slowly; the nose is still hard and numb.',
        },
        signs: [signs.fever, signs.pus, signs.pale, signs.spreading, signs.woundOpen],
        questions: [pain, swelling, atHome, mood],
        say: {
          zh: '戴眼镜先避开鼻梁，别碰撞。拆线和去固定的时间我和您对一下。',
          en: 'Keep glasses off the bridge and take care not to knock it. Let us check when the stitches and the splint come off.',
        },
        neverSay: notOurs,
      },
      {
        from: 15,
        to: 180,
        expected: {
          zh: '细微的肿会持续较久，形态还在变化。',
          en: 'A fine swelling stays for long, and the shape is still settling.',
        },
        signs: [signs.pale, signs.spreading, signs.uneven, signs.pus],
        questions: [mood],
        say: {
          zh: '现在还没定型，您的感受我记给医生；复查时间到了我提前告诉您。',
          en: 'It has not settled yet; I pass on how you feel about it, and I will tell you ahead of the next look.',
        },
        neverSay: notOurs,
      },
    ],
  },
  {
    code: 'liposuction',
    name: { zh: '吸脂', en: 'Liposuction' },
    procedure: { categories: ['surgery'], words: ['吸脂', '抽脂', '脂肪抽吸', '溶脂', 'liposuction'] },
    days: [
      {
        from: 0,
        to: 3,
        expected: {
          zh: '酸痛、淤青、敷料有些渗液常见，像剧烈运动后的感觉。',
          en: 'Soreness, bruises and a wet dressing are common; it feels like the day after hard exercise.',
        },
        signs: [signs.calf, signs.bleeding, signs.fever, signs.breathing, signs.strongPain],
        questions: [pain, earlySwelling, medicine, atHome],
        say: {
          zh: '塑身衣按医生说的穿，能下地就慢慢走走。小腿疼、胸闷、喘不上气，一刻也别等，马上告诉我。',
          en: 'Wear the garment as told and walk a little as soon as you can. A sore calf, a tight chest or short breath: do not wait a moment, tell me.',
        },
        neverSay: notOurs,
      },
      {
        from: 4,
        to: 14,
        expected: {
          zh: '淤青变淡，局部发硬、发木、摸着不平都可能有。',
          en: 'Bruises fade; parts may feel hard, numb or uneven.',
        },
        signs: [signs.fever, signs.spreading, signs.pus, signs.calf, signs.woundOpen],
        questions: [pain, swelling, atHome, mood],
        say: {
          zh: '拆线时间我和您核对。饮食清淡，先别泡澡、别做剧烈运动。',
          en: 'Let us check the day for the stitches. Eat lightly; no baths and no hard exercise yet.',
        },
        neverSay: notOurs,
      },
      {
        from: 15,
        to: 120,
        expected: {
          zh: '硬结慢慢软化，体重变化会影响样子。',
          en: 'Hard spots soften slowly; a change of weight changes the look.',
        },
        signs: [signs.spreading, signs.uneven, signs.pus],
        questions: [mood],
        say: {
          zh: '塑身衣还穿多久，以医生的话为准。您觉得哪里不满意，我记下来约医生看。',
          en: 'How long the garment stays on is the doctor’s word. Where you are not content I note it and find a time with the doctor.',
        },
        neverSay: notOurs,
      },
    ],
  },
  {
    code: 'laser',
    name: { zh: '激光光电', en: 'Laser and light treatments' },
    procedure: { categories: ['skin'], words: [] },
    days: [
      {
        from: 0,
        to: 2,
        expected: {
          zh: '发红、发热、轻微肿胀常见；祛斑点痣的地方会变深、结薄痂。',
          en: 'Redness, warmth and slight swelling are common; treated spots darken and form a thin scab.',
        },
        signs: [signs.blisters, signs.spreading, signs.strongPain, signs.fever, signs.allergy],
        questions: [pain, swelling, atHome],
        say: {
          zh: '清水洗脸、温和保湿，防晒先用帽子和伞。热得明显就冷敷，别用功效型护肤品。',
          en: 'Wash with water, keep it moist, and use a hat or an umbrella against the sun. Cool it if it burns; no active skin care yet.',
        },
        neverSay: notOurs,
      },
      {
        from: 3,
        to: 10,
        expected: {
          zh: '结痂、干痒、起皮常见，痂会自己掉。',
          en: 'Scabs, itching and peeling are common; scabs fall off by themselves.',
        },
        signs: [signs.blisters, signs.pus, signs.spreading, signs.fever],
        questions: [
          {
            key: 'scab',
            name: { zh: '结痂', en: 'Scabs' },
            choices: [
              { key: 'none', name: { zh: '没有痂', en: 'None' } },
              { key: 'there', name: { zh: '有痂，没动', en: 'There, left alone' } },
              { key: 'off', name: { zh: '自己掉了', en: 'Fell off' } },
              { key: 'picked', name: { zh: '抠掉了', en: 'Picked off' }, raises: 'soon' },
            ],
          },
          atHome,
        ],
        say: {
          zh: '痒就轻轻拍一拍，痂别去抠。防晒现在最要紧。',
          en: 'Pat where it itches and leave the scabs alone. Shade from the sun matters most now.',
        },
        neverSay: notOurs,
      },
      {
        from: 11,
        to: 60,
        expected: {
          zh: '肤色逐渐均匀；有的人会有一阵颜色偏深。',
          en: 'The tone evens out; for some it is darker for a while.',
        },
        signs: [signs.darker, signs.spreading, signs.pus],
        questions: [atHome, mood],
        say: {
          zh: '颜色的变化拍张照发我，我给医生看。下一次的时间按医生定的来。',
          en: 'Send me a picture of any change of colour, and I will show the doctor. The next session is when the doctor said.',
        },
        neverSay: notOurs,
      },
    ],
  },
  {
    code: 'injection',
    name: { zh: '注射（玻尿酸、肉毒素）', en: 'Injection (hyaluronic acid, botulinum toxin)' },
    procedure: { categories: ['injection'], words: [] },
    days: [
      {
        from: 0,
        to: 1,
        expected: {
          zh: '针眼、小淤青、轻微胀感常见。打完一两天内皮肤颜色和视力必须问清楚。',
          en: 'Needle marks, small bruises and a slight fullness are common. Colour of the skin and sight have to be asked about in the first two days.',
        },
        signs: [signs.pale, signs.sight, signs.strongPain, signs.breathing, signs.allergy],
        questions: [pain, earlySwelling],
        say: {
          zh: '注射的地方别按、别揉、别热敷。皮肤有没有发白、发紫、起花纹？看东西清不清楚？有一样就现在告诉我，我马上接医生。',
          en: 'Please do not press, rub or warm it. Is the skin pale, purple or mottled? Is your sight clear? If there is one of these tell me now; I will put the doctor through.',
        },
        neverSay: {
          zh: '绝不说“淤青而已”，不建议按揉、热敷，不说“过几天就好”，不评价效果。',
          en: 'Never call it a mere bruise; do not suggest rubbing or heat, do not say that it will pass, and do not judge the effect.',
        },
      },
      {
        from: 2,
        to: 14,
        expected: {
          zh: '肿和淤青消退；肉毒素的作用几天到两周慢慢出来，玻尿酸会更自然一些。',
          en: 'Swelling and bruises fade; botulinum takes days to two weeks to show, fillers come to look softer.',
        },
        signs: [signs.pale, signs.sight, signs.spreading, signs.fever, signs.breathing],
        questions: [
          pain,
          swelling,
          {
            key: 'face',
            name: { zh: '表情', en: 'Expression' },
            choices: [
              { key: 'fine', name: { zh: '自然', en: 'Natural' } },
              { key: 'stiff', name: { zh: '有点僵', en: 'A little stiff' } },
              { key: 'droops', name: { zh: '眼皮或嘴角下垂', en: 'A lid or corner droops' }, raises: 'soon' },
            ],
          },
          mood,
        ],
        say: {
          zh: '有摸着硬的、不平的，别自己揉，我约医生看一眼。复诊时间我和您对一下。',
          en: 'If a spot feels hard or uneven, do not rub it; the doctor will look. Let us check the next visit.',
        },
        neverSay: notOurs,
      },
      {
        from: 15,
        to: 60,
        expected: {
          zh: '形态基本稳定，要不要补由医生判断。',
          en: 'The shape has settled; whether more is needed is for the doctor.',
        },
        signs: [signs.spreading, signs.uneven, signs.pale],
        questions: [mood],
        say: {
          zh: '您现在的感觉和当初想的差得多吗？我记下来，复诊时医生会和您说。',
          en: 'Is it far from what you had in mind? I note it, and the doctor will discuss it at the next visit.',
        },
        neverSay: notOurs,
      },
    ],
  },
  {
    code: 'thread-lift',
    name: { zh: '线雕提升', en: 'Thread lift' },
    procedure: {
      categories: ['surgery', 'injection', 'skin', 'other'],
      words: ['线雕', '埋线', '线提升', '提拉线', 'thread'],
    },
    days: [
      {
        from: 0,
        to: 3,
        expected: {
          zh: '紧绷、酸胀、小淤青、张口略牵扯常见。',
          en: 'Tightness, soreness, small bruises and a pull on opening the mouth are common.',
        },
        signs: [signs.bleeding, signs.fever, signs.strongPain, signs.uneven, signs.numb],
        questions: [pain, earlySwelling, medicine],
        say: {
          zh: '少做大表情，仰着睡，别按摩脸。进针的地方保持干净干燥。',
          en: 'Few big expressions, sleep on your back, no massage. Keep the entry points clean and dry.',
        },
        neverSay: notOurs,
      },
      {
        from: 4,
        to: 14,
        expected: {
          zh: '紧绷和淤青减轻，个别地方摸着有小凸起。',
          en: 'Tightness and bruises ease; a small bump may be felt here and there.',
        },
        signs: [signs.fever, signs.pus, signs.spreading, signs.uneven, signs.numb],
        questions: [pain, swelling, mood],
        say: {
          zh: '摸到线头、凹陷或者红肿，别动它，拍照发我。这段时间先别做脸部按摩和光电。',
          en: 'If you feel a thread end, a dent or redness, leave it and send me a picture. No facial massage or laser for now.',
        },
        neverSay: notOurs,
      },
      {
        from: 15,
        to: 90,
        expected: {
          zh: '慢慢变得自然，异物感应当消失。',
          en: 'It comes to look natural, and nothing should be felt any more.',
        },
        signs: [signs.spreading, signs.uneven, signs.pus],
        questions: [mood],
        say: {
          zh: '您对现在的样子怎么看？我记给医生，复查的时候当面聊。',
          en: 'How do you find it now? I note it for the doctor, to be discussed at the next look.',
        },
        neverSay: notOurs,
      },
    ],
  },
];
