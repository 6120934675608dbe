import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import { foldHeader } from './header.ts';
import { Mapping, mappingFrom, missingColumns, unmappedRequired } from './mapping.ts';
import { customerSheetColumns, isPresetName, presets } from './presets.ts';

const columnsOf = (mapping: Mapping) =>
  Object.fromEntries(Object.entries(mapping.fields).map(([field, source]) => [field, source.column]));

describe('the mapping guessed from a header', () => {
  it.each([
    { header: '姓名', field: 'name' },
    { header: '客户姓名', field: 'name' },
    { header: '患者姓名 ', field: 'name' },
    { header: 'Name', field: 'name' },
    { header: '电话', field: 'phone' },
    { header: '手机号（必填）', field: 'phone' },
    { header: '联系电话', field: 'phone' },
    { header: 'Mobile_Phone', field: 'phone' },
    { header: 'ＰＨＯＮＥ', field: 'phone' },
    { header: '性 别', field: 'gender' },
    { header: '生日', field: 'birthday' },
    { header: '出生日期', field: 'birthday' },
    { header: 'Date of Birth', field: 'birthday' },
    { header: '地址', field: 'address' },
    { header: '来源渠道', field: 'channelSource' },
    { header: '来源', field: 'channelSource' },
    { header: '备注', field: 'notes' },
    { header: '病历号', field: 'number' },
    { header: '客户编号', field: 'number' },
    { header: '档案号', field: 'number' },
    { header: '职业', field: 'occupation' },
    { header: '归属人', field: 'owner' },
    { header: '咨询师', field: 'owner' },
  ])('knows $header', ({ header, field }) => {
    expect(columnsOf(guessMapping([header, '别的'], 'customers'))).toEqual({ [field]: header });
  });

  it('is of customers where there is no appointment, and gives each column to one field', () => {
    const mapping = guessMapping(['编号', '客户姓名', '姓名', '手机', '电话', '微信']);
    expect(mapping.kind).toBe('customers');
    expect(columnsOf(mapping)).toEqual({ number: '编号', name: '姓名', phone: '电话' });
  });

  it('is of appointments where there is an appointment', () => {
    const mapping = guessMapping([
      '病历号',
      '预约编号',
      '预约时间',
      '登记时间',
      '姓名',
      '手机号',
      '年龄',
      '主诉',
      '治疗项目',
      '医生',
      '是否到诊',
    ]);
    expect(mapping.kind).toBe('appointments');
    expect(columnsOf(mapping)).toEqual({
      customerNumber: '病历号',
      appointmentNumber: '预约编号',
      appointmentAt: '预约时间',
      bookedAt: '登记时间',
      name: '姓名',
      phone: '手机号',
      age: '年龄',
      chiefComplaint: '主诉',
      treatment: '治疗项目',
      doctor: '医生',
      state: '是否到诊',
    });
  });

  it('knows that yes means missed under "no-show" and kept under 是否到诊', () => {
    const noShow = guessMapping(['预约时间', 'No-show']);
    const came = guessMapping(['预约时间', '是否到诊']);
    expect(noShow).toMatchObject({
      options: {
        keptWhen: expect.arrayContaining(['no', '到诊']),
        missedWhen: expect.arrayContaining(['yes']),
      },
    });
    expect(came).toMatchObject({
      options: {
        keptWhen: expect.arrayContaining(['yes']),
        missedWhen: expect.arrayContaining(['no', '爽约']),
      },
    });
  });

  it('is a mapping of columns that are there, whatever the header', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('姓名', '电话', '预约时间', '__proto__'))),
        (columns) => {
          const mapping = guessMapping(columns);
          expect(Mapping.safeParse(mapping).success).toBe(true);
          expect(missingColumns(mapping, columns)).toEqual([]);
        },
      ),
    );
  });
});

describe('a mapping', () => {
  it('a person chose has no field its kind does not have', () => {
    expect(mappingFrom('customers', { name: '姓名', phone: '' })).toEqual({
      kind: 'customers',
      fields: { name: { column: '姓名' } },
      options: {},
    });
    expect(mappingFrom('customers', { doctor: '医生' })).toBeNull();
    expect(mappingFrom('appointments', { doctor: '医生' })).toMatchObject({
      options: { zoneIsIgnored: false, visitClosesAt: '18:00' },
    });
  });

  it('names the columns a file does not have, and the fields no column feeds', () => {
    const mapping = mappingFrom('appointments', {
      customerNumber: '病历号',
      appointmentAt: '预约时间',
      name: '姓名',
    });
    if (!mapping) throw new Error('this mapping is right');
    expect(missingColumns(mapping, ['姓名', '电话'])).toEqual(['病历号', '预约时间']);
    expect(unmappedRequired(mapping)).toEqual(['appointmentNumber']);
  });

  it('is read strictly: an unknown word in it is refused', () => {
    expect(
      Mapping.safeParse({ kind: 'customers', fields: { name: { column: '姓名', colour: 'red' } } }).success,
    ).toBe(false);
    expect(
      Mapping.safeParse({ kind: 'appointments', fields: {}, options: { visitClosesAt: '24:00' } }).success,
    ).toBe(false);
  });
});

describe('a header', () => {
  it.each([
    ['手机号（必填）', '手机号'],
    ['Mobile Phone', 'mobilephone'],
    ['ＭＯＢＩＬＥ＿ＰＨＯＮＥ', 'mobilephone'],
    ['No-show', 'noshow'],
    ['(电话)', '电话'],
    ['*姓名*', '姓名'],
    ['——', ''],
  ])('%s is folded to %s', (header, folded) => expect(foldHeader(header)).toBe(folded));
});

describe('the presets', () => {
  it('are known by name', () => {
    expect(isPresetName('customers')).toBe(true);
    expect(isPresetName('toString')).toBe(false);
  });

  it('understand the template that is offered for customers, every column of it', () => {
    const mapping = presets.customers.mappingFor(customerSheetColumns);
    expect(Object.values(columnsOf(mapping))).toEqual(customerSheetColumns);
  });

  it('say that the name is missing where a customer sheet has none', () => {
    const mapping = presets.customers.mappingFor(['电话']);
    expect(missingColumns(mapping, ['电话'])).toEqual(['姓名']);
  });

  it('name every column an appointment file lacks', () => {
    const columns = [
      'PatientId',
      'AppointmentID',
      'Gender',
      'ScheduledDay',
      'AppointmentDay',
      'Age',
      'Neighbourhood',
      'SMS_received',
      'No-show',
    ];
    const mapping = presets['noshow-appointments'].mappingFor([]);
    expect(missingColumns(mapping, columns)).toEqual([]);
    expect(missingColumns(mapping, columns.slice(1))).toEqual(['PatientId']);
    expect(unmappedRequired(mapping)).toEqual([]);
  });
});
