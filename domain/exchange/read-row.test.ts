import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingFrom, type AppointmentMapping, type CustomerMapping } from './mapping.ts';
import { presets } from './presets.ts';
import { readAppointmentRow, readCustomerRow, type RowNote, type RowTools } from './read-row.ts';

const tools: RowTools = {
  readPhone: (text) => (/^1\d{10}$/.test(text) ? `+86${text}` : null),
  zone: 'Asia/Shanghai',
  isOwner: (name) => name === '王咨询',
};

const customerColumns = ['编号', '姓名', '手机', '性别', '生日', '地址', '职业', '来源', '备注', '归属人'];
const customerMapping = presets.customers.mappingFor(customerColumns) as CustomerMapping;
const aCustomer = [
  'K001',
  '张伟',
  '13812345678',
  '男',
  '1990-02-28',
  '朝阳区',
  '教师',
  '朋友介绍',
  '怕疼',
  '王咨询',
];

function customer(change: Record<string, string | null> = {}) {
  const cells = customerColumns.map((column, n) =>
    column in change ? (change[column] ?? null) : (aCustomer[n] ?? null),
  );
  return readCustomerRow({ line: 7, cells }, customerColumns, customerMapping, tools);
}

const appointmentColumns = [
  '病历号',
  '预约编号',
  '登记时间',
  '预约时间',
  '到诊状态',
  '年龄',
  '是否提醒',
  '姓名',
  '手机',
  '主诉',
  '项目',
  '医生',
];
const appointmentMapping = presetLike({});
const anAppointment = [
  'P1',
  'A1',
  '2024-03-01 10:00',
  '2024-03-05 14:30',
  '到诊',
  '35',
  '是',
  '张伟',
  '13812345678',
  '牙疼',
  '补牙',
  '李医生',
];

function presetLike(options: object): AppointmentMapping {
  const byField = {
    customerNumber: '病历号',
    appointmentNumber: '预约编号',
    bookedAt: '登记时间',
    appointmentAt: '预约时间',
    state: '到诊状态',
    age: '年龄',
    reminded: '是否提醒',
    name: '姓名',
    phone: '手机',
    chiefComplaint: '主诉',
    treatment: '项目',
    doctor: '医生',
  };
  return mappingFrom('appointments', byField, options) as AppointmentMapping;
}

function appointment(change: Record<string, string | null> = {}, mapping = appointmentMapping) {
  const cells = appointmentColumns.map((column, n) =>
    column in change ? (change[column] ?? null) : (anAppointment[n] ?? null),
  );
  return readAppointmentRow({ line: 7, cells }, appointmentColumns, mapping, tools);
}

const codes = (reading: { warnings: RowNote[] } | { rejected: RowNote[] }) =>
  'rejected' in reading
    ? { rejected: reading.rejected.map((note) => note.code) }
    : { warned: reading.warnings.map((note) => note.code) };

describe('a row of a customer sheet', () => {
  it('is a customer', () => {
    expect(customer()).toEqual({
      value: {
        line: 7,
        number: 'K001',
        name: '张伟',
        phone: '+8613812345678',
        gender: 'male',
        birthday: '1990-02-28',
        address: '朝阳区',
        occupation: '教师',
        channelSource: '朋友介绍',
        notes: '怕疼',
        owner: '王咨询',
      },
      warnings: [],
    });
  });

  it.each([
    {
      name: 'without a name it is rejected',
      change: { 姓名: ' \u200b' },
      says: { rejected: ['missing-name'] },
    },
    {
      name: 'an owner whom nobody knows is warned of, and the customer comes in',
      change: { 归属人: '王资询' },
      says: { warned: ['unknown-owner'] },
    },
    {
      name: 'nobody need own it',
      change: { 归属人: ' ' },
      says: { warned: [] },
    },
    {
      name: 'a spoilt phone rejects it',
      change: { 手机: '1.38E+10' },
      says: { rejected: ['scientific-phone'] },
    },
    {
      name: 'every reason to reject it is said at once',
      change: { 姓名: '', 手机: '1.38E+10' },
      says: { rejected: ['scientific-phone', 'missing-name'] },
    },
    {
      name: 'an impossible phone is left out',
      change: { 手机: '123' },
      says: { warned: ['bad-phone'] },
      value: { phone: null },
    },
    {
      name: 'a spoilt id is kept as it stands',
      change: { 编号: '9377952927E-5' },
      says: { warned: ['scientific-id'] },
      value: { number: '9377952927E-5' },
    },
    {
      name: 'an impossible birthday is left out',
      change: { 生日: '1937-12-33' },
      says: { warned: ['bad-date'] },
      value: { birthday: null },
    },
    {
      name: 'an unknown gender is left out',
      change: { 性别: '？' },
      says: { warned: ['bad-gender'] },
      value: { gender: null },
    },
    {
      name: 'what is not filled in is no fault',
      change: { 编号: '', 手机: null, 性别: '', 生日: '', 备注: null },
      says: { warned: [] },
      value: { number: null, phone: null, notes: null },
    },
    {
      name: 'a name of 80 characters fits',
      change: { 姓名: '长'.repeat(80) },
      says: { warned: [] },
      value: { name: '长'.repeat(80) },
    },
    {
      name: 'a name of 81 is cut',
      change: { 姓名: '长'.repeat(81) },
      says: { warned: ['too-long'] },
      value: { name: '长'.repeat(80) },
    },
    {
      name: 'and not through a character',
      change: { 姓名: `${'长'.repeat(79)}𠮷` },
      says: { warned: ['too-long'] },
      value: { name: '长'.repeat(79) },
    },
    {
      name: 'an id of 61 characters is none',
      change: { 编号: '1'.repeat(61) },
      says: { rejected: ['too-long'] },
    },
  ])('$name', ({ change, says, value }) => {
    const reading = customer(change);
    expect(codes(reading)).toEqual(says);
    if (value) expect(reading).toMatchObject({ value });
  });

  it('says where the fault is: line, column and what stands there', () => {
    expect(customer({ 手机: ' 12-3 ' })).toMatchObject({
      warnings: [{ line: 7, column: '手机', code: 'bad-phone', given: ' 12-3 ' }],
    });
  });

  it('may be shorter than its header', () => {
    const reading = readCustomerRow(
      { line: 2, cells: ['K1', '王芳'] },
      customerColumns,
      customerMapping,
      tools,
    );
    expect(reading).toMatchObject({ value: { name: '王芳', phone: null }, warnings: [] });
  });
});

describe('a row of an appointment sheet', () => {
  it('is an appointment, its customer and its visit', () => {
    expect(appointment()).toEqual({
      value: {
        line: 7,
        customerNumber: 'P1',
        appointmentNumber: 'A1',
        name: '张伟',
        phone: '+8613812345678',
        gender: null,
        birthday: null,
        address: null,
        occupation: null,
        channelSource: null,
        notes: null,
        bookedAt: '2024-03-01T02:00:00.000Z',
        appointmentOn: '2024-03-05',
        appointmentAt: '2024-03-05T06:30:00.000Z',
        hasHour: true,
        age: 35,
        state: 'kept',
        visitClosedAt: '2024-03-05T10:00:00.000Z',
        reminded: true,
        chiefComplaint: '牙疼',
        treatment: '补牙',
        doctor: '李医生',
      },
      warnings: [],
    });
  });

  it.each([
    {
      name: 'without a customer id it is rejected',
      change: { 病历号: '' },
      says: { rejected: ['missing-id'] },
    },
    {
      name: 'without an appointment id it is rejected',
      change: { 预约编号: null },
      says: { rejected: ['missing-id'] },
    },
    { name: 'without a date it is rejected', change: { 预约时间: '' }, says: { rejected: ['missing-date'] } },
    {
      name: 'with an impossible date it is rejected',
      change: { 预约时间: '2024-02-30' },
      says: { rejected: ['bad-date'] },
    },
    {
      name: 'with an unknown state it is rejected',
      change: { 到诊状态: '改约' },
      says: { rejected: ['bad-state'] },
    },
    {
      name: 'that says it is booked it is still to come',
      change: { 到诊状态: '已预约' },
      says: { warned: [] },
      value: { state: null, visitClosedAt: null },
    },
    {
      name: 'without a state it is still to come',
      change: { 到诊状态: '' },
      says: { warned: [] },
      value: { state: null, visitClosedAt: null },
    },
    {
      name: 'missed, it has no visit',
      change: { 到诊状态: ' 爽约 ' },
      says: { warned: [] },
      value: { state: 'missed', visitClosedAt: null },
    },
    {
      name: 'kept after the closing hour, the visit closes then',
      change: { 预约时间: '2024-03-05 19:30' },
      says: { warned: [] },
      value: { visitClosedAt: '2024-03-05T11:30:00.000Z' },
    },
    {
      name: 'without an hour it starts with its day',
      change: { 预约时间: '2024-03-05' },
      says: { warned: [] },
      value: { hasHour: false, appointmentAt: '2024-03-04T16:00:00.000Z' },
    },
    {
      name: 'booked a day later it is kept and said',
      change: { 登记时间: '2024-03-06' },
      says: { warned: ['booked-after-appointment'] },
      value: { appointmentOn: '2024-03-05' },
    },
    {
      name: 'booked later the same day it is no fault',
      change: { 登记时间: '2024-03-05 23:59' },
      says: { warned: [] },
    },
    {
      name: 'an impossible booking date is left out',
      change: { 登记时间: '昨天' },
      says: { warned: ['bad-date'] },
      value: { bookedAt: null },
    },
    { name: 'age 0 is an age', change: { 年龄: '0' }, says: { warned: [] }, value: { age: 0 } },
    {
      name: 'age -1 is none',
      change: { 年龄: '-1' },
      says: { warned: ['age-below-zero'] },
      value: { age: null },
    },
    { name: 'age 130 is an age', change: { 年龄: '130岁' }, says: { warned: [] }, value: { age: 130 } },
    { name: 'age 131 is none', change: { 年龄: '131' }, says: { warned: ['bad-age'] }, value: { age: null } },
    {
      name: 'an age in words is none',
      change: { 年龄: '三十' },
      says: { warned: ['bad-age'] },
      value: { age: null },
    },
    {
      name: 'a reminder that is neither yes nor no is left out',
      change: { 是否提醒: '?' },
      says: { warned: ['bad-yes-no'] },
      value: { reminded: null },
    },
    {
      name: 'a spoilt customer id is kept as it stands',
      change: { 病历号: '9377952927E-5' },
      says: { warned: ['scientific-id'] },
      value: { customerNumber: '9377952927E-5' },
    },
  ])('$name', ({ change, says, value }) => {
    const reading = appointment(change);
    expect(codes(reading)).toEqual(says);
    if (value) expect(reading).toMatchObject({ value });
  });

  it('compares days where the clocks of the clinic are, not in Greenwich', () => {
    const change = { 登记时间: '2024-03-05T16:30:00Z', 预约时间: '2024-03-05' };
    expect(codes(appointment(change))).toEqual({ warned: ['booked-after-appointment'] });
    expect(codes(appointment(change, presetLike({ zoneIsIgnored: true })))).toEqual({ warned: [] });
  });

  it('never makes trouble, whatever stands in it', () => {
    const cell = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...anAppointment)));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 14 }), (cells) => {
        const reading = readAppointmentRow({ line: 2, cells }, appointmentColumns, appointmentMapping, tools);
        if ('rejected' in reading) expect(reading.rejected.length).toBeGreaterThan(0);
        else expect(reading.value.customerNumber).not.toBe('');
        readCustomerRow({ line: 2, cells }, customerColumns, customerMapping, tools);
      }),
    );
  });
});
