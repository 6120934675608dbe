import { foldHeader, words } from './header.ts';
import { fieldsOf, mappingFrom, type Field, type Mapping, type MappingKind } from './mapping.ts';

const customerIds = words(
  '客户编号 客户号 顾客编号 会员号 会员编号 病历号 病历编号 病案号 档案号 档案编号 患者编号 患者id 客户id customernumber customerid customerno patientid patientno chartnumber',
);

/** Headers as clinics write them, each by its folded form; the first that is found feeds the field. */
const headers: Record<Field, string[]> = {
  number: [...customerIds, ...words('编号 number no id')],
  customerNumber: customerIds,
  name: words(
    '姓名 客户姓名 患者姓名 顾客姓名 会员姓名 客户名称 客户 患者 顾客 名字 name fullname customername patientname customer patient',
  ),
  phone: words(
    '电话 手机 手机号 手机号码 联系电话 电话号码 联系方式 客户电话 客户手机 移动电话 本人电话 phone mobile phonenumber mobilephone mobilenumber tel telephone cellphone cell contact',
  ),
  gender: words('性别 gender sex'),
  birthday: words('生日 出生日期 出生年月 出生年月日 客户生日 birthday birthdate dateofbirth dob'),
  address: words(
    '地址 联系地址 家庭住址 住址 家庭地址 居住地址 现住址 address homeaddress neighbourhood neighborhood',
  ),
  occupation: words('职业 工作 职务 occupation job profession'),
  channelSource: words(
    '来源 来源渠道 客户来源 渠道 渠道来源 信息来源 媒介来源 source channel channelsource leadsource',
  ),
  notes: words('备注 说明 备注信息 客户备注 备注说明 notes note remark remarks comment comments memo'),
  owner: words(
    '归属人 归属 客户归属 归属咨询师 归属顾问 咨询师 咨询顾问 医美顾问 专属顾问 专属客服 网电咨询 网电 负责人 跟进人 owner consultant salesperson',
  ),
  appointmentNumber: words(
    '预约编号 预约号 预约单号 预约id 就诊号 就诊编号 流水号 单号 appointmentnumber appointmentid appointmentno bookingid visitid',
  ),
  bookedAt: words(
    '登记时间 登记日期 预约登记时间 创建时间 录入时间 下单时间 bookedat bookedon bookingdate createdat scheduledday scheduledat',
  ),
  appointmentAt: words(
    '预约时间 预约日期 预约到诊时间 就诊日期 就诊时间 到诊日期 到诊时间 来院日期 来院时间 到店时间 到店日期 appointmentat appointmentday appointmentdate appointmenttime appointment visitdate visitedon',
  ),
  age: words('年龄 岁数 age'),
  state: words(
    '状态 预约状态 到诊状态 就诊状态 是否到诊 是否到院 是否到店 是否爽约 爽约 state status noshow kept attended arrived showedup',
  ),
  reminded: words('是否提醒 已提醒 提醒 短信提醒 是否发短信 reminded reminder smsreceived smssent'),
  chiefComplaint: words('主诉 主要诉求 诉求 chiefcomplaint complaint'),
  treatment: words(
    '项目 治疗项目 诊疗项目 预约项目 就诊项目 咨询项目 服务项目 治疗内容 treatment treatments procedure service',
  ),
  doctor: words(
    '医生 主治医生 接诊医生 预约医生 就诊医生 医师 主治医师 责任医生 doctor dentist physician provider',
  ),
  orderNumber: words('订单编号 订单号 收费单号 流水号 单号 ordernumber orderid orderno invoicenumber'),
  orderedOn: words(
    '订单日期 下单日期 消费日期 消费时间 收费日期 收费时间 缴费日期 结账日期 成交日期 交易日期 orderedon orderdate purchasedate invoicedate paidon',
  ),
  amount: words(
    '金额 订单金额 消费金额 实收金额 实收 收费金额 成交金额 应收金额 总金额 revenue amount total totalamount price',
  ),
  item: words('项目 消费项目 收费项目 商品 商品名称 品项 item product treatment service'),
};

/** What the header says by itself; a person looks at it before anything is imported. */
export function guessMapping(columns: string[], kind: MappingKind = guessKind(columns)): Mapping {
  const taken = new Set<string>();
  const columnByField: Record<string, string> = {};
  for (const field of fieldsOf[kind]) {
    const column = columnFor(field, columns, taken);
    if (column === undefined) continue;
    taken.add(column);
    columnByField[field] = column;
  }
  return mappingFrom(kind, columnByField) ?? { kind: 'customers', fields: {}, options: {} };
}

function guessKind(columns: string[]): MappingKind {
  const has = (field: Field) => columnFor(field, columns, new Set()) !== undefined;
  if (has('appointmentAt')) return 'appointments';
  return has('orderedOn') && has('amount') ? 'orders' : 'customers';
}

function columnFor(field: Field, columns: string[], taken: Set<string>): string | undefined {
  const free = columns.filter((column) => !taken.has(column) && column.length <= 200);
  for (const header of headers[field]) {
    const column = free.find((each) => foldHeader(each) === header);
    if (column !== undefined) return column;
  }
  return undefined;
}
