import type { Dayjs } from 'dayjs';
import type { CalendarDate } from '#domain/base/time.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';

/** Makes a form hold a day as the wire does, "2016-06-09", though its picker speaks dayjs: `<Form.Item {...asDay}>`. */
export const asDay = {
  getValueProps: (day: CalendarDate | null | undefined) => ({ value: day ? pickable(day) : null }),
  normalize: (picked: Dayjs | null) => (picked ? pickedDay(picked) : null),
};

/** An emptied field says "nothing", not "an empty text": `<Form.Item {...emptyIsNull}>`. */
export const emptyIsNull = {
  normalize: (text: string | null | undefined) => text || null,
};
