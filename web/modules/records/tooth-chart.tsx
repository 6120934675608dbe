import { Segmented } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { chartRows } from '#domain/records/places.ts';
import { useWords } from '#web/lib/words.ts';
import { recordsWords } from './words.ts';

const step = 30;
const gap = 10;
const rowTop = { upper: 20, lower: 84 } as const;

interface ToothChartProps {
  /** What is known of a tooth already. */
  marks: ReadonlyMap<string, 'open' | 'treated'>;
  value?: string[];
  onChange?: (teeth: string[]) => void;
}

/** The teeth by FDI, as one faces the customer. By hand or by keyboard: arrows move, space chooses. */
export function ToothChart({ marks, value = [], onChange }: ToothChartProps) {
  const say = useWords(recordsWords);
  const [dentition, setDentition] = useState<'permanent' | 'milk'>('permanent');
  const [at, setAt] = useState({ row: 0, column: 0 });
  const chart = useRef<SVGSVGElement>(null);
  const rows = chartRows(dentition);
  const perRow = rows[0]!.teeth.length;
  const width = perRow * step + gap + 40;
  const here = { row: at.row, column: Math.min(at.column, perRow - 1) };

  const toggle = (tooth: string) =>
    onChange?.(value.includes(tooth) ? value.filter((one) => one !== tooth) : [...value, tooth].sort());
  const move = (event: KeyboardEvent, tooth: string) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      return toggle(tooth);
    }
    const next = moved(here, event.key, perRow);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    const name = rows[next.row]!.teeth[next.column]!;
    chart.current?.querySelector<SVGGElement>(`[data-tooth="${name}"]`)?.focus();
  };

  return (
    <div className="tooth-chart">
      <div className="line">
        <Segmented
          size="small"
          value={dentition}
          onChange={setDentition}
          options={(['permanent', 'milk'] as const).map((one) => ({
            value: one,
            label: say(`dentition.${one}`),
          }))}
        />
        {onChange && <span className="soft">{say('chart.hint')}</span>}
      </div>
      <svg ref={chart} viewBox={`0 0 ${width} 142`} role="group" aria-label={say('chart')} data-own-keys>
        <text className="side" x={8} y={74}>
          {say('right')}
        </text>
        <text className="side" x={width - 16} y={74}>
          {say('left')}
        </text>
        <line x1={20} x2={width - 20} y1={70} y2={70} />
        {rows.map(({ jaw, teeth }, row) =>
          teeth.map((tooth, column) => {
            const x = 20 + column * step + (column >= perRow / 2 ? gap : 0);
            const isChosen = value.includes(tooth);
            const mark = marks.get(tooth);
            const isHere = here.row === row && here.column === column;
            return (
              <g
                key={tooth}
                data-tooth={tooth}
                className={['tooth', mark, isChosen && 'chosen', onChange && 'choosable']
                  .filter(Boolean)
                  .join(' ')}
                {...(onChange
                  ? {
                      role: 'checkbox',
                      'aria-checked': isChosen,
                      tabIndex: isHere ? 0 : -1,
                      onClick: () => {
                        setAt({ row, column });
                        toggle(tooth);
                      },
                      onKeyDown: (event: KeyboardEvent) => move(event, tooth),
                    }
                  : { role: 'img' })}
                aria-label={say(`tooth.${mark ?? 'plain'}`, { tooth })}
              >
                <path d={outline(jaw, tooth)} transform={`translate(${x} ${rowTop[jaw]})`} />
                <text x={x + step / 2} y={jaw === 'upper' ? 14 : 138}>
                  {tooth}
                </text>
                {mark && <circle cx={x + step / 2} cy={rowTop[jaw] + (jaw === 'upper' ? 32 : 6)} r={4} />}
              </g>
            );
          }),
        )}
      </svg>
    </div>
  );
}

function moved(
  { row, column }: { row: number; column: number },
  key: string,
  perRow: number,
): { row: number; column: number } | null {
  const to = {
    ArrowLeft: { row, column: Math.max(0, column - 1) },
    ArrowRight: { row, column: Math.min(perRow - 1, column + 1) },
    ArrowUp: { row: 0, column },
    ArrowDown: { row: 1, column },
    Home: { row, column: 0 },
    End: { row, column: perRow - 1 },
  };
  return to[key as keyof typeof to] ?? null;
}

/** A crown with its root: broad molars with two, narrow front teeth with one; the lower jaw is the upper turned. */
function outline(jaw: 'upper' | 'lower', tooth: string): string {
  const place = Number(tooth[1]);
  const isMilk = Number(tooth[0]) >= 5;
  const isMolar = place >= (isMilk ? 4 : 6);
  const half = isMolar ? 12 : place >= 4 ? 10 : 8;
  const [left, right, middle] = [15 - half, 15 + half, 15];
  const y = (upper: number): number => (jaw === 'upper' ? upper : 40 - upper);
  const roots = isMolar
    ? `L ${left + 3} ${y(2)} L ${middle} ${y(16)} L ${right - 3} ${y(2)}`
    : `L ${middle} ${y(0)}`;
  return `M ${left} ${y(22)} ${roots} L ${right} ${y(22)} L ${right} ${y(34)} Q ${middle} ${y(42)} ${left} ${y(34)} Z`;
}
