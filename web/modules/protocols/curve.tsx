import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { channels, eventsAhead } from '#domain/followups/protocol.ts';
import type { ProtocolDefinition, Step, WindowRule } from '#domain/followups/protocol.ts';
import { followupRoles } from '#domain/staff/role.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { Axis, dueMovedTo, dueNudged, opensNudged, spanOf, spanOfStep } from './curve-axis.ts';
import { knotShapes, roleColours } from './role-colours.ts';
import { useWidth } from './use-width.ts';
import { useWindowInWords } from './window-in-words.ts';
import { protocolWords } from './words.ts';
import './curve.css';

const margin = 18;
const curveTop = 26;
const curveDrop = 64;
const laneHeight = 26;
const ticks = [
  { hours: 1, word: 'tick.hour' },
  { hours: 24, word: 'tick.day' },
  { hours: 3 * 24, word: 'tick.days3' },
  { hours: 7 * 24, word: 'tick.week' },
  { hours: 730, word: 'tick.month' },
  { hours: 3 * 730, word: 'tick.months3' },
  { hours: 8_760, word: 'tick.year' },
] as const;

interface CurveProps {
  definition: ProtocolDefinition;
  /** The steps the organization asks for, of an addition: shown, not moved. */
  behind?: readonly Step[];
  onMove?: ((key: string, window: WindowRule) => void) | undefined;
}

/** The protocol on a time axis: each step a knot on the curve, and below it the time it has. */
export function Curve({ definition, behind = [], onMove }: CurveProps) {
  const say = useWords(protocolWords);
  const wording = useWording();
  const [box, width] = useWidth<HTMLDivElement>();
  const mayComeBefore = eventsAhead.includes(definition.trigger.event);
  const axis = new Axis(mayComeBefore);
  const inner = Math.max(0, width - 2 * margin);
  const xOf = (hours: number) => margin + axis.placeOf(hours) * inner;
  const yOf = (x: number) => curveTop + curveDrop * Math.sqrt((x - margin) / Math.max(1, inner));
  const steps = [
    ...behind.filter(({ key }) => !definition.steps.some((own) => own.key === key)),
    ...definition.steps,
  ];
  const lanesTop = curveTop + curveDrop + 34;
  const height = lanesTop + steps.length * laneHeight + 8;
  const named = withRoom(xOf);
  const path = Array.from({ length: 41 }, (_, at) => {
    // Closer together where it bends most.
    const x = margin + (at / 40) ** 2 * inner;
    return `${at === 0 ? 'M' : 'L'} ${x} ${yOf(x)}`;
  }).join(' ');

  return (
    <div ref={box} className="curve">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={say('curve', { name: wording(definition.name) })}
        >
          {ticks.map(({ hours, word }) => (
            <g key={word} className="tick" transform={`translate(${xOf(hours)} 0)`}>
              <line y1={curveTop - 8} y2={height} />
              {named.has(word) && (
                <text y={12} textAnchor={hours === 8_760 ? 'end' : 'middle'}>
                  {say(word)}
                </text>
              )}
            </g>
          ))}
          <g className="tick event" transform={`translate(${xOf(0)} 0)`}>
            <line y1={curveTop - 8} y2={height} />
            <text y={12} textAnchor={mayComeBefore ? 'middle' : 'start'}>
              {say('tick.event')}
            </text>
          </g>
          <path className="line-of-care" d={path} />
          {steps.map((step, lane) => (
            <Knot
              key={step.key}
              {...{ step, steps, axis, inner, xOf, yOf, mayComeBefore }}
              laneY={lanesTop + lane * laneHeight}
              width={width}
              onMove={definition.steps.includes(step) ? onMove : undefined}
            />
          ))}
        </svg>
      )}
      <Legend steps={steps} />
    </div>
  );
}

/** About how wide a name stands, Chinese signs being twice as wide as letters. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (sign > '\u2e80' ? 12.5 : 6.8), 0);
}

/** The ticks whose names do not run into the one before. */
function withRoom(xOf: (hours: number) => number): Set<string> {
  const named = new Set<string>();
  let taken = xOf(0) + 34;
  for (const { hours, word } of ticks) {
    const left = xOf(hours) - (hours === 8_760 ? 30 : 22);
    if (left < taken) continue;
    named.add(word);
    taken = xOf(hours) + 22;
  }
  return named;
}

interface KnotProps {
  step: Step;
  steps: readonly Step[];
  axis: Axis;
  inner: number;
  width: number;
  laneY: number;
  mayComeBefore: boolean;
  xOf: (hours: number) => number;
  yOf: (x: number) => number;
  onMove: ((key: string, window: WindowRule) => void) | undefined;
}

function Knot({ step, steps, axis, inner, width, laneY, mayComeBefore, xOf, yOf, onMove }: KnotProps) {
  const say = useWords(protocolWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const inWords = useWindowInWords();
  const dragged = useRef<{ from: number; hours: number } | null>(null);
  const { opens, due, again } = spanOfStep(step, steps);
  // What the step is counted from lies before the window itself begins to count.
  const before = due - spanOf(step.window).due;
  const mayBeBefore = mayComeBefore || step.from !== undefined;
  const x = xOf(due);
  const y = yOf(x);
  const colour = roleColours[step.role];
  const name = wording(step.name);
  const full = `${name} · ${sayClinic(`role.${step.role}`)}`;
  const bandFrom = xOf(opens);
  const labelRight = Math.max(x, bandFrom) + 12;
  const [leftRoom, rightRoom] = [bandFrom - 10, width - labelRight];
  const label = widthOf(full) <= Math.max(leftRoom, rightRoom) ? full : name;
  const isRight = widthOf(label) <= rightRoom || rightRoom >= leftRoom;

  const grab = (event: PointerEvent<SVGGElement>) => {
    if (!onMove) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = { from: event.clientX, hours: due };
  };
  const drag = (event: PointerEvent<SVGGElement>) => {
    if (!dragged.current || !onMove) return;
    const place = axis.placeOf(dragged.current.hours) + (event.clientX - dragged.current.from) / inner;
    onMove(step.key, dueMovedTo(step.window, axis.hoursAt(place) - before, mayBeBefore));
  };
  const nudge = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    if (by === undefined || !onMove) return;
    event.preventDefault();
    onMove(step.key, (event.shiftKey ? opensNudged : dueNudged)(step.window, by, mayBeBefore));
  };

  return (
    <g
      className={onMove ? 'knot is-movable' : 'knot'}
      style={{ color: colour }}
      {...(onMove
        ? {
            role: 'slider',
            tabIndex: 0,
            'aria-label': say('knot', { name: wording(step.name) }),
            'aria-valuetext': inWords(step.window),
            'aria-valuenow': Math.round(due),
            'aria-valuemin': mayComeBefore ? -730 : 0,
            'aria-valuemax': 8_760,
          }
        : {})}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={() => (dragged.current = null)}
      onPointerCancel={() => (dragged.current = null)}
      onKeyDown={nudge}
    >
      <title>{`${full}\n${inWords(step.window)}`}</title>
      <line className="drop" x1={x} x2={x} y1={y} y2={laneY} />
      {again.map((hours) => (
        <line key={hours} className="again" x1={xOf(hours)} x2={xOf(hours)} y1={laneY - 5} y2={laneY + 5} />
      ))}
      <line className="band" x1={bandFrom} x2={Math.max(x, bandFrom + 3)} y1={laneY} y2={laneY} />
      <path className="shape" d={knotShapes[step.channels[0]!]} transform={`translate(${x} ${y})`} />
      <circle className="halo" cx={x} cy={y} r={14} />
      <text
        className="step-name"
        x={isRight ? labelRight : leftRoom}
        y={laneY + 4}
        textAnchor={isRight ? 'start' : 'end'}
      >
        {label}
      </text>
    </g>
  );
}

/** What colours and shapes stand for, of those that are there. */
function Legend({ steps }: { steps: readonly Step[] }) {
  const sayClinic = useWords(clinicWords);
  const shapes = channels.filter((channel) => steps.some((step) => step.channels[0] === channel));
  const owners = followupRoles.filter((role) => steps.some((step) => step.role === role));
  return (
    <div className="legend soft">
      {owners.map((role) => (
        <span key={role} style={{ color: roleColours[role] }}>
          <i /> {sayClinic(`role.${role}`)}
        </span>
      ))}
      {shapes.map((channel) => (
        <span key={channel}>
          <svg width={18} height={18} aria-hidden>
            <path d={knotShapes[channel]} transform="translate(9 9) scale(0.8)" />
          </svg>
          {sayClinic(`channel.${channel}`)}
        </span>
      ))}
    </div>
  );
}
