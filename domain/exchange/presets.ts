import { guessMapping } from './guess-mapping.ts';
import { mappingFrom, type Mapping } from './mapping.ts';
import type { Words } from './words.ts';

export const presetNames = ['noshow-appointments', 'customers', 'rfm-orders'] as const;
export type PresetName = (typeof presetNames)[number];

export interface Preset {
  title: Words;
  /** Columns that the file lacks stay in the mapping, so that `missingColumns` can name them. */
  mappingFor(columns: string[]): Mapping;
}

/** A sheet with this header is understood without a question; a template to fill in has it too. */
export const customerSheetColumns = [
  '客户编号',
  '姓名',
  '手机号',
  '性别',
  '出生日期',
  '地址',
  '职业',
  '来源渠道',
  '备注',
  '归属人',
];

const noshowAppointments = mappingFrom(
  'appointments',
  {
    customerNumber: 'PatientId',
    appointmentNumber: 'AppointmentID',
    gender: 'Gender',
    bookedAt: 'ScheduledDay',
    appointmentAt: 'AppointmentDay',
    age: 'Age',
    address: 'Neighbourhood',
    reminded: 'SMS_received',
    state: 'No-show',
  },
  { zoneIsIgnored: true, keptWhen: ['No'], missedWhen: ['Yes'], visitClosesAt: '18:00' },
);

const rfmOrders = mappingFrom('orders', {
  customerNumber: 'customer_id',
  // There a customer is known by nothing but the name.
  name: 'customer_id',
  orderedOn: 'order_date',
  amount: 'revenue',
});

export const presets: Record<PresetName, Preset> = {
  'noshow-appointments': {
    title: {
      zh: '预约与爽约记录（No-show 数据集格式）',
      en: 'Appointments, kept and missed (No-show data set)',
    },
    mappingFor: (columns) => noshowAppointments ?? guessMapping(columns, 'appointments'),
  },
  customers: {
    title: { zh: '客户名单', en: 'A list of customers' },
    mappingFor(columns) {
      const guessed = guessMapping(columns, 'customers');
      return guessed.kind === 'customers' && !guessed.fields.name
        ? { ...guessed, fields: { ...guessed.fields, name: { column: '姓名' } } }
        : guessed;
    },
  },
  'rfm-orders': {
    title: { zh: '消费记录（RFM 数据集格式）', en: 'Orders (RFM data set)' },
    mappingFor: (columns) => rfmOrders ?? guessMapping(columns, 'orders'),
  },
};

export function isPresetName(name: string): name is PresetName {
  return presetNames.some((each) => each === name);
}
