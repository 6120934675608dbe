import { saidAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Level } from './deadline.ts';
import type { Gravity } from './sign.ts';

const gravityWords: Record<Gravity, string> = {
  ordinary: '反馈单',
  'likely-complaint': '反馈单（投诉倾向）',
  special: '反馈单（特殊事件）',
};
const levelWords: Record<Level, string> = {
  owner: '负责人',
  department: '科室负责人',
  supervisor: '客服主管',
  leadership: '院领导',
};

/** What a group reads when a case reaches the next level: whose it is now and until when, and nobody's name. */
export function caseNotice(
  { gravity, level, breaksAt, isNew }: { gravity: Gravity; level: Level; breaksAt: Instant; isNew: boolean },
  { clinic, now, zone }: { clinic: string; now: Instant; zone: TimeZone },
): string {
  const day = saidAt(breaksAt, zone);
  const what = `${clinic}：一件${gravityWords[gravity]}`;
  const where = '详情见愈线「反馈单」。';
  if (breaksAt <= now) return `${what}已于${day}超时，已到${levelWords[level]}，请立即处理。${where}`;
  const reached = isNew ? `已直接送达${levelWords[level]}` : `临近时限，已提醒${levelWords[level]}`;
  return `${what}${reached}，请在${day}前处理。${where}`;
}
