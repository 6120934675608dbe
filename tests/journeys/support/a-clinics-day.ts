/** Somebody of the day, as they are to live it. Hours are the clinic's; plain numbers are minutes after they came. */
export interface Person {
  name: string;
  isReturn?: boolean;
  isWalkIn?: boolean;
  /** A child, and who speaks for them. */
  guardian?: string;
  /** On the day of the story unless another is named. */
  booked?: string;
  on?: string;
  doctor?: 0 | 1 | 2;
  confirmed?: 'confirmed' | 'unreached';
  cancelsOnEve?: true;
  cancels?: { at: string; called?: string; score?: number; again?: string };
  /** To the next day, and confirmed there at once. */
  movesTo?: string;
  called?: string;
  missedAt?: string;
  comes?: string;
  inBrowser?: true;
  classCode?: string;
  words?: number[];
  seen?: number;
  leaves?: string;
  next?: 'week' | 'tomorrow' | 'not-asked' | 'silent' | { because: string };
  /** Left without a next appointment and was booked by the desk later on. */
  booksAt?: string;
  offer?: 'bought' | 'thinking' | 'declined';
  followup?: 'tomorrow' | 'later';
  rating?: 'asked' | 'declined';
  account?: 'added' | 'already' | 'declined';
  paysFen?: number;
}

export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const confirmed = 'confirmed';
const back = { isReturn: true } as const;
const walksIn = { isWalkIn: true } as const;

// Below, at and above each figure. Two things that happen at 9:00 and at 9:15 are 15 minutes apart give or take the
// seconds they take, which is why "above" is two minutes; to the very minute the figures are tried by their own tests.
export const cast: readonly Person[] = [
  // First visits: seen after 14, 15 and 17; met after 2, 3 and 5; here 9, 10 and 11 minutes after the hour.
  {
    ...{
      name: '欧阳晨',
      booked: '09:00',
      doctor: 0,
      confirmed,
      comes: '08:55',
      inBrowser: true,
      words: [2, 12],
    },
    ...{ seen: 14, leaves: '09:40', rating: 'asked', account: 'added' },
  },
  {
    ...{ name: '上官云', booked: '09:00', doctor: 1, confirmed, comes: '09:00', words: [3, 13], seen: 15 },
    ...{ leaves: '09:40', classCode: 'C-A', offer: 'bought', paysFen: 29_900, account: 'added' },
  },
  {
    ...{ name: '闻人雪', booked: '09:00', doctor: 2, confirmed, comes: '09:09', words: [5], seen: 17 },
    ...{ leaves: '10:00', classCode: 'C-B', next: { because: '费用有顾虑' } },
  },
  {
    ...{ name: '司徒明', booked: '09:30', doctor: 0, confirmed, comes: '09:40', words: [3], seen: 10 },
    ...{ leaves: '10:15', classCode: 'C-B', offer: 'thinking', followup: 'tomorrow' },
  },
  {
    ...{ name: '诸葛兰', booked: '09:30', doctor: 1, comes: '09:41', seen: 2, leaves: '10:15' },
    ...{ next: 'not-asked', account: 'already' },
  },
  // Late: called at 11 and at 15, at 17, or by nobody; here at 14, 17 and 20 minutes after the hour.
  {
    ...{ name: '夏侯青', booked: '10:00', doctor: 0, confirmed: 'unreached', called: 'in the browser' },
    ...{ comes: '10:14', seen: 3, leaves: '10:45' },
  },
  {
    ...{
      name: '皇甫松',
      booked: '10:00',
      doctor: 1,
      comes: '10:17',
      seen: 3,
      leaves: '10:45',
      next: 'silent',
    },
  },
  {
    ...{ name: '尉迟红', booked: '10:00', doctor: 2, called: '10:15', comes: '10:17', seen: 3 },
    ...{ leaves: '10:50', offer: 'declined' },
  },
  {
    ...back,
    ...{ name: '陈一鸣', booked: '11:00', doctor: 0, confirmed, called: '11:17', comes: '11:20', seen: 5 },
    leaves: '12:00',
  },
  // Return visits: seen after 19, 20 and 22; told after 10 and not told; seen after 9, 10 and 12 without a word.
  {
    ...back,
    ...{ name: '褚二妹', booked: '10:30', doctor: 0, confirmed, comes: '10:25', words: [10], seen: 19 },
    ...{ leaves: '11:15', followup: 'later', rating: 'asked' },
  },
  {
    ...back,
    ...{ name: '卫三省', booked: '10:30', doctor: 1, confirmed, comes: '10:30', words: [10], seen: 20 },
    ...{ leaves: '11:15', next: 'tomorrow' },
  },
  {
    ...back,
    ...{ name: '蒋四维', booked: '10:30', doctor: 2, confirmed, comes: '10:30', words: [10], seen: 22 },
    ...{ leaves: '11:20', next: { because: '要和家人商量' } },
  },
  {
    ...back,
    ...{ name: '沈五云', booked: '11:00', doctor: 1, confirmed, comes: '11:00', seen: 9, leaves: '11:35' },
    next: 'silent',
  },
  {
    ...back,
    ...{ name: '韩六桥', booked: '11:00', doctor: 2, confirmed, comes: '11:00', seen: 10, leaves: '11:35' },
    ...{ next: { because: '时间定不下来' }, booksAt: '16:30' },
  },
  {
    ...back,
    ...{ name: '杨七巧', booked: '13:00', doctor: 0, confirmed, comes: '13:00', seen: 12, leaves: '13:40' },
    ...{ offer: 'bought', paysFen: 58_000, followup: 'tomorrow' },
  },
  {
    ...back,
    name: '朱八斗',
    booked: '13:00',
    doctor: 1,
    confirmed,
    comes: '12:55',
    seen: 5,
    leaves: '13:40',
  },
  {
    ...back,
    name: '秦九歌',
    booked: '13:30',
    doctor: 0,
    confirmed,
    comes: '13:30',
    seen: 5,
    leaves: '14:10',
  },
  {
    ...back,
    name: '尤十里',
    booked: '13:30',
    doctor: 1,
    comes: '13:30',
    seen: 5,
    leaves: '14:10',
    account: 'added',
  },
  {
    ...back,
    name: '许百合',
    booked: '13:30',
    doctor: 2,
    confirmed,
    comes: '13:39',
    seen: 5,
    leaves: '14:15',
  },
  // Who does not come: called after 14 minutes, after 17, and not at all.
  { ...back, name: '何千山', booked: '14:00', doctor: 0, called: '14:14', missedAt: '14:45' },
  { ...back, name: '吕万里', booked: '14:00', doctor: 1, confirmed, called: '14:17', missedAt: '14:45' },
  { name: '施小雨', booked: '14:00', doctor: 2, missedAt: '14:45' },
  // Who cancels: called after 14, 15 and 17 minutes, and not at all; booked again; of another day; the evening before.
  {
    ...back,
    ...{ name: '张春风', booked: '15:00', doctor: 0, confirmed },
    cancels: { at: '08:30', called: '08:44', score: 8 },
  },
  {
    ...back,
    name: '孔秋水',
    booked: '15:00',
    doctor: 1,
    cancels: { at: '08:30', called: '08:45', score: 7 },
  },
  { name: '曹夏荷', booked: '15:00', doctor: 2, cancels: { at: '08:30', called: '08:47' } },
  { name: '严冬梅', booked: '15:30', doctor: 0, cancels: { at: '11:30' } },
  { ...back, name: '华长青', booked: '15:30', doctor: 1, cancels: { at: '11:30', again: '11:40' } },
  { name: '金不换', booked: '11:00', on: '2026-03-13', cancels: { at: '11:30', called: '11:40' } },
  { ...back, name: '魏晚晴', booked: '15:30', doctor: 2, cancelsOnEve: true },
  { ...back, name: '陶知然', booked: '16:30', doctor: 0, confirmed, movesTo: '09:20' },
  // Without an appointment, among them children with who speaks for them.
  {
    ...walksIn,
    ...{ name: '姜子衿', comes: '09:20', words: [3], seen: 8, leaves: '09:50', classCode: 'C-A' },
    ...{ offer: 'declined', rating: 'declined' },
  },
  {
    ...walksIn,
    ...{ name: '戚小满', guardian: '戚建国', comes: '15:00', words: [2], seen: 6, leaves: '15:40' },
    ...{ classCode: 'C-B', account: 'already' },
  },
  { ...walksIn, name: '谢芒种', comes: '15:00', words: [3, 13], seen: 17, leaves: '15:45', next: 'silent' },
  { ...walksIn, ...back, name: '邹立夏', comes: '15:10', seen: 5, leaves: '15:45' },
  { ...walksIn, ...back, name: '喻白露', comes: '15:10', seen: 8, leaves: '15:50', next: 'not-asked' },
  { ...walksIn, name: '柏惊蛰', comes: '16:00', words: [3], seen: 8, leaves: '16:30', classCode: 'C-C' },
  // And the afternoon as it usually is.
  {
    ...back,
    ...{ name: '水清浅', guardian: '水长流', booked: '16:00', doctor: 1, confirmed, comes: '15:55', seen: 5 },
    ...{ leaves: '16:30', next: 'tomorrow' },
  },
  {
    ...back,
    name: '窦文涛',
    booked: '16:00',
    doctor: 2,
    confirmed,
    comes: '16:00',
    seen: 5,
    leaves: '16:40',
  },
  {
    ...back,
    name: '章台柳',
    booked: '16:30',
    doctor: 1,
    confirmed,
    comes: '16:25',
    seen: 5,
    leaves: '17:00',
  },
  {
    ...back,
    name: '苏幕遮',
    booked: '16:30',
    doctor: 2,
    confirmed,
    comes: '16:30',
    seen: 5,
    leaves: '17:10',
  },
];

/** The same day counted with fingers, knowing nothing of how the program counts. */
export function tallyOf(people: readonly Person[]) {
  const own = people.filter(({ booked, on }) => booked && !on);
  const came = people.filter(({ comes }) => comes);
  const stood = own.filter((one) => !one.cancels && !one.cancelsOnEve && !one.movesTo);
  const kept = stood.filter(({ comes }) => comes);
  const delay = (one: Person) => minuteOf(one.comes!) - minuteOf(one.booked!);
  const callDelay = (one: Person) =>
    one.called === undefined
      ? null
      : (one.called === 'in the browser' ? minuteOf(one.booked!) + 11 : minuteOf(one.called)) -
        minuteOf(one.booked!);
  const owedCall = stood.filter((one) => one.called || !one.comes || delay(one) > 15);
  const calledInTime = owedCall.filter((one) => callDelay(one) !== null && callDelay(one)! <= 15);
  const calledTooLate = owedCall.filter((one) => callDelay(one) !== null && callDelay(one)! > 15);

  const cancelled = people.filter(({ cancels }) => cancels);
  const contactedInTime = cancelled.filter(({ cancels }) => {
    const contact = cancels!.called ?? cancels!.again;
    return contact !== undefined && minuteOf(contact) - minuteOf(cancels!.at) <= 15;
  });

  const isFirst = ({ isReturn }: Person) => !isReturn;
  const first = came.filter(isFirst);
  const longest = (one: Person) => (isFirst(one) ? 15 : 20);
  const inTime = (one: Person) => one.seen! <= longest(one);
  const tolds = (one: Person) => {
    const times = [0, ...(one.words ?? []), one.seen!];
    return times.slice(1).map((minute, index) => minute - times[index]!);
  };
  const waitedLong = came.filter(({ seen }) => seen! > 10);

  const answered = came.filter(({ next }) => next !== 'silent');
  const hasNext = ({ next }: Person) => next === undefined || next === 'week' || next === 'tomorrow';
  const offered = answered.filter(({ offer }) => offer);
  const newToAccount = answered.filter(({ account }) => account !== 'already');
  const classed = came.filter(({ classCode }) => classCode);
  const coming = own.filter(({ cancelsOnEve }) => !cancelsOnEve);
  const paidFen = came.reduce((sum, { paysFen = 0 }) => sum + paysFen, 0);

  const unhappy = people.filter(({ cancels }) => cancels?.score !== undefined && cancels.score < 8);

  const share = (part: readonly Person[], all: readonly Person[]) => `${part.length}/${all.length}`;
  return {
    coming,
    ...{ calledInTime, calledTooLate, contactedInTime },
    kept: kept.length,
    missed: stood.length - kept.length,
    eveningList: {
      ...{ half: 'evening', total: coming.length },
      confirmed: coming.filter((one) => one.confirmed === 'confirmed').length,
    },
    figures: {
      预约人次: String(stood.length),
      已确认: share(
        stood.filter((one) => one.confirmed === 'confirmed'),
        stood,
      ),
      如约到诊: share(kept, stood),
      '迟到 10 分钟以上': share(
        kept.filter((one) => delay(one) >= 10),
        kept,
      ),
      '迟到 15 分钟内已致电': share(calledInTime, owedCall),
      爽约: `${stood.length - kept.length}/${stood.length}`,
      取消: String(own.filter((one) => one.cancels || one.cancelsOnEve).length),
      '取消后 15 分钟内已联系': share(contactedInTime, cancelled),
      到诊人次: String(came.length),
      初诊: share(first, came),
      未预约到店: share(
        came.filter(({ isWalkIn }) => isWalkIn),
        came,
      ),
      初诊有来源渠道: share(first, first),
      到诊客户有分类: share(classed, came),
      接待有预分类: share(classed, classed),
      '初诊 15 分钟内接诊': share(first.filter(inTime), first),
      '复诊 20 分钟内接诊': share(
        came.filter((one) => !isFirst(one) && inTime(one)),
        came.filter((one) => !isFirst(one)),
      ),
      '初诊 3 分钟内有人招呼': share(
        first.filter((one) => tolds(one)[0]! <= 3),
        first,
      ),
      '等候每 10 分钟有告知': share(
        waitedLong.filter((one) => tolds(one).every((minutes) => minutes <= 10)),
        waitedLong,
      ),
      办理离店: share(answered, came),
      约好下次: share(answered.filter(hasNext), came),
      推荐产品或会员: share(offered, came),
      推荐后购买: share(
        offered.filter(({ offer }) => offer === 'bought'),
        offered,
      ),
      约好回访时间: share(
        answered.filter(({ followup }) => followup),
        came,
      ),
      邀请评价: share(
        answered.filter(({ rating }) => rating === 'asked'),
        came,
      ),
      新关注公众号: share(
        newToAccount.filter(({ account }) => account === 'added'),
        newToAccount,
      ),
      早上清点的病历: share(coming, coming),
      晚上收回的病历: share(coming.slice(1), coming),
      实收: `¥${(paidFen / 100).toFixed(2)}`,
    },
    pack: {
      'no-next': came.filter((one) => !hasNext(one) && !one.booksAt),
      unconfirmed: people.filter(({ next, cancels }) => next === 'tomorrow' || cancels?.again),
      'wait-over': came.filter((one) => !inTime(one)),
      'low-score': unhappy,
      // What was agreed for tomorrow; and who was not content is answered by then.
      promise: [...answered.filter(({ followup }) => followup === 'tomorrow'), ...unhappy],
    },
  };
}
