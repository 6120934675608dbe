import type { RoleLoad } from '#domain/followups/protocol-contract.ts';

const weeks = 13;

/** Followups a week of one role, as it was and as it would have been: two bars a week. */
export function LoadChart({ load, label }: { load: RoleLoad; label: string }) {
  const before = byWeek(load.before);
  const after = byWeek(load.after);
  const most = Math.max(1, ...before, ...after);
  const bar = (count: number, x: number, className: string) => {
    const height = (count / most) * 50;
    return (
      <rect key={`${className} ${x}`} className={className} x={x} y={52 - height} width={5} height={height} />
    );
  };
  return (
    <svg className="load-chart" viewBox="0 0 208 54" role="img" aria-label={label} preserveAspectRatio="none">
      <line x1={0} x2={208} y1={52.5} y2={52.5} />
      {before.map((count, week) => bar(count, week * 16 + 1, 'before'))}
      {after.map((count, week) => bar(count, week * 16 + 7, 'after'))}
    </svg>
  );
}

/** The last 13 weeks, the last of them whole; what lies before is left out. */
function byWeek(days: readonly number[]): number[] {
  const from = days.length - weeks * 7;
  return Array.from({ length: weeks }, (_, week) => {
    const start = from + week * 7;
    return days.slice(Math.max(0, start), Math.max(0, start + 7)).reduce((sum, count) => sum + count, 0);
  });
}
