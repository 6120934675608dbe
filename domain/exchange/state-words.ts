import { foldHeader, words } from './header.ts';

const kept = words(
  '到诊 已到诊 已到 到院 已到院 已到店 已就诊 已完成 完成 履约 kept arrived attended completed complete show done',
);
const missed = words('未到 未到诊 未到院 未到店 未就诊 爽约 失约 缺席 missed no-show noshow absent');
const booked = words(
  '已预约 预约 预约中 已确认 待确认 未确认 待到诊 待就诊 booked scheduled confirmed pending',
);
const yes = words('是 yes y true 1');
const no = words('否 no n false 0');
// A column that asks whether somebody stayed away says yes for a missed appointment.
const asksForMissed = new Set(['是否爽约', '爽约', 'noshow']);

/** Whether a cell says that an appointment stands and nothing became of it yet; an empty one says so too. */
export function saysBooked(cell: string): boolean {
  return booked.includes(cell.toLowerCase());
}

/** What the cells of a column of this name say of an appointment, where nobody has said it otherwise. */
export function stateWords(column: string | undefined): { keptWhen: string[]; missedWhen: string[] } {
  const saysMissed = column !== undefined && asksForMissed.has(foldHeader(column));
  return {
    keptWhen: [...kept, ...(saysMissed ? no : yes)],
    missedWhen: [...missed, ...(saysMissed ? yes : no)],
  };
}
