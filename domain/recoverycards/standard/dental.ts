import type { RecoveryCard } from '../card.ts';
import { atHome, earlySwelling, medicine, pain, signs, swelling } from './asked.ts';

const notOurs = {
  zh: '不说“这很正常、不用管”，不替医生判断，不承诺哪天一定好，也不建议换药、加药。',
  en: 'Do not say that it is nothing; do not judge for the doctor, name a day by which all is well, or change the medicine.',
};

/** How the usual dental treatments heal; careful and general, until a doctor of the clinic has made them its own. */
export const dentalCards: readonly RecoveryCard[] = [
  {
    code: 'extraction',
    name: { zh: '拔牙', en: 'Tooth extraction' },
    procedure: { categories: ['extraction'], words: [] },
    days: [
      {
        from: 0,
        to: 1,
        expected: {
          zh: '唾液里带一点血丝、钝痛、张口略紧是常见的，当天最明显。',
          en: 'A trace of blood in the saliva, a dull ache and a slightly stiff mouth are common and strongest on the day.',
        },
        signs: [signs.bleeding, signs.breathing, signs.fever, signs.numb],
        questions: [pain, earlySwelling, medicine],
        say: {
          zh: '棉球吐掉后别反复漱口、吮吸，先吃软的、凉一点的。冰敷隔着毛巾，敷一会儿歇一会儿。不放心随时打给我们。',
          en: 'Once the cotton is out, please do not keep rinsing or sucking; eat soft and cool food. Cool it through a towel, with pauses. Call us whenever you are unsure.',
        },
        neverSay: notOurs,
      },
      {
        from: 2,
        to: 4,
        expected: {
          zh: '肿胀多在第二三天最明显，之后慢慢消；疼痛应当一天比一天轻。',
          en: 'Swelling is often strongest on day two or three and then goes down; pain should ease day by day.',
        },
        signs: [signs.fever, signs.pus, signs.strongPain, signs.breathing, signs.numb],
        questions: [pain, swelling, medicine, atHome],
        say: {
          zh: '刷牙避开伤口，饭后轻轻漱口就行。要是第三天以后反而更疼，或者嘴里有异味，请马上告诉我，我找医生。',
          en: 'Brush around the wound and rinse gently after meals. If it hurts more after the third day, or there is a bad taste, tell me at once and I will get the doctor.',
        },
        neverSay: notOurs,
      },
      {
        from: 5,
        to: 14,
        expected: {
          zh: '疼和肿基本退去，伤口还有个小坑，慢慢长平；有缝线的按约定时间来拆。',
          en: 'Pain and swelling are mostly gone; a small hollow remains and closes slowly. Stitches come out on the agreed day.',
        },
        signs: [signs.fever, signs.pus, signs.strongPain, signs.spreading, signs.numb],
        questions: [pain, swelling, atHome],
        say: {
          zh: '小坑里进了食物，用清水轻轻含漱，别用牙签去挑。拆线或复查的时间我和您再对一下。',
          en: 'If food gets into the hollow, rinse gently and please use no toothpick. Let us check the time for the stitches or the next look.',
        },
        neverSay: notOurs,
      },
    ],
  },
  {
    code: 'implant',
    name: { zh: '种植手术', en: 'Dental implant' },
    procedure: {
      categories: ['implant', 'surgery'],
      words: ['种植体', '种植手术', '种植一期', '植入', '骨增量', '植骨', 'implant'],
    },
    days: [
      {
        from: 0,
        to: 2,
        expected: {
          zh: '渗一点血、脸颊肿、有淤青都常见，肿胀第二三天会到高点。',
          en: 'A little oozing, a swollen cheek and bruises are common; swelling peaks on day two or three.',
        },
        signs: [signs.bleeding, signs.fever, signs.breathing, signs.numb, signs.strongPain],
        questions: [pain, earlySwelling, medicine],
        say: {
          zh: '这两天吃温凉软食，别用手术那边咬东西，也别抽烟喝酒。药按医生写的时间用，漏了一次不要自己加倍补。',
          en: 'Soft, lukewarm food for now, nothing on that side, no smoking or drinking. Take the medicine as written, and never double it for one you missed.',
        },
        neverSay: notOurs,
      },
      {
        from: 3,
        to: 7,
        expected: {
          zh: '肿痛一天天减轻，线头有点硌是常见的。',
          en: 'Swelling and pain go down day by day; the stitches may feel rough.',
        },
        signs: [signs.fever, signs.pus, signs.numb, signs.woundOpen, signs.strongPain],
        questions: [pain, swelling, medicine, atHome],
        say: {
          zh: '漱口水按医生说的用，刷牙避开伤口。拆线的时间我和您定一下。',
          en: 'Use the rinse as the doctor said and brush around the wound. Let us set the day for the stitches.',
        },
        neverSay: notOurs,
      },
      {
        from: 8,
        to: 90,
        expected: {
          zh: '应当没有明显疼痛，等待骨头长稳的这段时间平平静静是好现象。',
          en: 'There should be no real pain; a quiet time is what we want while the bone takes hold.',
        },
        signs: [signs.loose, signs.pus, signs.strongPain, signs.numb, signs.spreading],
        questions: [pain, atHome],
        say: {
          zh: '这段时间别用它咬硬东西，口腔清洁照常做。要是觉得有松动、或者牙龈反复肿，马上告诉我。',
          en: 'Nothing hard on it meanwhile, and keep cleaning as shown. If it feels loose, or the gum keeps swelling, tell me at once.',
        },
        neverSay: {
          zh: '不说成功率，不说“终身能用”，不替医生判断长没长好，不提前定戴牙的日子。',
          en: 'Quote no success rates, do not say that it lasts a lifetime, do not judge whether it has healed, and set no day for the crown ahead of the doctor.',
        },
      },
    ],
  },
  {
    code: 'root-canal',
    name: { zh: '根管治疗', en: 'Root canal treatment' },
    procedure: { categories: ['filling', 'course', 'other'], words: ['根管', '牙髓', '开髓', 'root canal'] },
    days: [
      {
        from: 0,
        to: 3,
        expected: {
          zh: '治疗后两三天咬东西有些胀痛常见，应当逐天减轻。',
          en: 'An ache on biting for two or three days is common and should ease day by day.',
        },
        signs: [signs.fever, signs.spreading, signs.strongPain, signs.allergy],
        questions: [pain, swelling, medicine],
        say: {
          zh: '先用另一边吃东西，别咬硬的。封着药的话，掉了或者松了就告诉我，我给您约时间补。',
          en: 'Please chew on the other side and nothing hard. If the temporary filling comes loose or out, tell me and I will find you a time.',
        },
        neverSay: notOurs,
      },
      {
        from: 4,
        to: 30,
        expected: {
          zh: '胀痛应当基本消失；在做好牙冠之前，这颗牙比较脆。',
          en: 'The ache should be nearly gone; until it is crowned the tooth is brittle.',
        },
        signs: [signs.spreading, signs.pus, signs.strongPain, signs.loose, signs.openBite],
        questions: [pain, swelling],
        say: {
          zh: '下一次治疗的时间别拖，拖久了封的药会失效。要不要做牙冠，让医生看了再和您商量。',
          en: 'Please keep the next appointment; the dressing does not last. Whether it needs a crown the doctor will discuss with you.',
        },
        neverSay: notOurs,
      },
    ],
  },
  {
    code: 'orthodontic-start',
    name: { zh: '正畸刚戴上', en: 'Start of orthodontics' },
    procedure: { categories: ['orthodontics'], words: [] },
    days: [
      {
        from: 0,
        to: 7,
        expected: {
          zh: '前几天酸胀、咬东西没劲、嘴里磨都常见，一般几天后适应。',
          en: 'Soreness, weak biting and rubbed cheeks are common in the first days and usually settle.',
        },
        signs: [signs.strongPain, signs.breathing, signs.allergy, signs.loose],
        questions: [
          pain,
          atHome,
          {
            key: 'parts',
            name: { zh: '矫治器', en: 'The appliance' },
            choices: [
              { key: 'fine', name: { zh: '完好', en: 'Fine' } },
              { key: 'rubs', name: { zh: '磨嘴', en: 'It rubs' } },
              { key: 'broken', name: { zh: '脱落或扎嘴', en: 'Loose or sharp' }, raises: 'soon' },
            ],
          },
        ],
        say: {
          zh: '先吃软的，磨嘴的地方用保护蜡。有托槽掉了或者钢丝扎嘴，别自己剪，先告诉我。刷牙要多花两分钟。',
          en: 'Soft food at first, and wax where it rubs. If a bracket is off or a wire is sharp, please do not cut it; tell me first. Brushing takes two minutes more now.',
        },
        neverSay: {
          zh: '不说几个月一定结束，不说一定不拔牙，不评价别家的方案，不让客户自己调附件。',
          en: 'Name no month by which it ends, do not rule out an extraction, judge no other plan, and have nobody adjust it at home.',
        },
      },
      {
        from: 8,
        to: 60,
        expected: {
          zh: '每次加力后酸几天是常见的；清洁不到位时牙龈容易红肿。',
          en: 'Some days of soreness after each adjustment are common; gums swell where cleaning falls short.',
        },
        signs: [signs.strongPain, signs.loose, signs.spreading],
        questions: [pain, atHome],
        say: {
          zh: '牙套按医生说的时间戴够。复诊别往后拖，我帮您看看下次的时间。',
          en: 'Please wear it as long as the doctor said, and do not put off the next visit; let me look up the time.',
        },
        neverSay: {
          zh: '不说进度比别人快或慢，不预测最后的样子。',
          en: 'Do not compare the progress with others or foretell the result.',
        },
      },
    ],
  },
  {
    code: 'whitening',
    name: { zh: '牙齿美白', en: 'Tooth whitening' },
    procedure: {
      categories: ['cleaning', 'course', 'other'],
      words: ['美白', '漂白', '冷光', 'whitening', 'bleach'],
    },
    days: [
      {
        from: 0,
        to: 2,
        expected: {
          zh: '一两天内遇冷遇热发酸常见，牙龈边缘可能短暂发白。',
          en: 'Teeth sensitive to cold and heat for a day or two are common; the rim of the gum may be pale for a while.',
        },
        signs: [signs.strongPain, signs.allergy, signs.blisters],
        questions: [pain, atHome],
        say: {
          zh: '这两天少碰咖啡、茶、酱油这类深色的，也先不抽烟。酸得厉害就告诉我，我问医生怎么缓解。',
          en: 'Please avoid coffee, tea, soy sauce and smoking for now. If it is very sensitive tell me, and I will ask the doctor what helps.',
        },
        neverSay: {
          zh: '不说能白几度、能保持几年，不和照片比较。',
          en: 'Name no shades or years, and compare it with no picture.',
        },
      },
      {
        from: 3,
        to: 30,
        expected: {
          zh: '敏感应当消失；颜色会随饮食慢慢变化。',
          en: 'The sensitivity should be gone; the shade changes slowly with what one eats and drinks.',
        },
        signs: [signs.strongPain, signs.blisters],
        questions: [pain],
        say: {
          zh: '平时清洁做好，喝完深色饮料用清水漱一漱。对颜色有想法可以和医生当面聊。',
          en: 'Keep them clean and rinse after dark drinks. What you think of the shade you can discuss with the doctor.',
        },
        neverSay: {
          zh: '不劝客户自己在家加做，不推荐网上的产品。',
          en: 'Do not suggest doing more of it at home, and recommend nothing from the internet.',
        },
      },
    ],
  },
  {
    code: 'scaling',
    name: { zh: '洁牙', en: 'Scaling' },
    procedure: { categories: ['cleaning'], words: [] },
    days: [
      {
        from: 0,
        to: 3,
        expected: {
          zh: '牙龈少量出血、牙齿遇冷发酸一两天常见；原来有结石的地方会觉得缝变宽。',
          en: 'A little bleeding and sensitivity for a day or two are common; where tartar was, the gaps feel wider.',
        },
        signs: [signs.bleeding, signs.strongPain, signs.spreading],
        questions: [pain, atHome],
        say: {
          zh: '用软毛牙刷，牙线照常用。酸的话先避开冷热刺激，过几天还不缓解就告诉我，让医生看看。',
          en: 'Use a soft brush and go on flossing. Keep from hot and cold while it is sensitive; if it has not eased in some days tell me, and the doctor will look.',
        },
        neverSay: notOurs,
      },
      {
        from: 4,
        to: 30,
        expected: {
          zh: '出血和酸感应当消退，牙龈颜色变得粉一些。',
          en: 'Bleeding and sensitivity should be gone, the gum a healthier pink.',
        },
        signs: [signs.bleeding, signs.spreading, signs.loose],
        questions: [pain, atHome],
        say: {
          zh: '刷牙还出血的话告诉我是哪一块，我记给医生。下次洁牙的时间我帮您记一下。',
          en: 'If it still bleeds when you brush, tell me where; I will note it for the doctor. Let me also note the next cleaning.',
        },
        neverSay: notOurs,
      },
    ],
  },
];
