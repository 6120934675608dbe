/** Why a file as a whole cannot be imported. */
export type FileProblem =
  | 'empty-file'
  | 'not-a-sheet'
  | 'too-large'
  | 'zip-bomb'
  | 'encrypted'
  | 'old-excel'
  | 'no-such-sheet'
  | 'broken-file'
  | 'quote-not-closed'
  | 'undecodable'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'no-header'
  | 'missing-columns';

/** What is wrong with one row. Some only warn, some reject it: `read-row.ts` decides. */
export type RowProblem =
  | 'missing-name'
  | 'missing-id'
  | 'missing-date'
  | 'id-twice'
  | 'same-customer'
  | 'scientific-id'
  | 'scientific-phone'
  | 'bad-phone'
  | 'bad-date'
  | 'bad-gender'
  | 'bad-yes-no'
  | 'bad-age'
  | 'age-below-zero'
  | 'bad-state'
  | 'booked-after-appointment'
  | 'missing-amount'
  | 'bad-amount'
  | 'unknown-owner'
  | 'too-long';

/** Why an import stopped, or did not do all that was asked of it. */
export type BatchProblem =
  'no-rows' | 'fields-not-mapped' | 'file-gone' | 'interrupted' | 'fault' | 'partly-undone';

/** What happened and what to do, in both languages; `{name}` stands for a detail of the problem. */
export interface Words {
  zh: string;
  en: string;
}

export const fileWords: Record<FileProblem, Words> = {
  'empty-file': {
    zh: '文件是空的。请确认选对了文件，并且表格里有数据。',
    en: 'The file is empty. Please check that it is the right file and that the sheet holds data.',
  },
  'not-a-sheet': {
    zh: '这不是表格文件。请在 Excel 或 WPS 里另存为 .xlsx 或 .csv 后再导入。',
    en: 'This is not a sheet. Please save it as .xlsx or .csv in Excel or WPS and import that.',
  },
  'too-large': {
    zh: '文件太大，超过了 {limitMB} MB的上限。请拆成几个文件分别导入。',
    en: 'The file is too large: the limit is {limitMB} MB. Please split it and import the parts.',
  },
  'zip-bomb': {
    zh: '这个 Excel 文件解压后大得不正常，为安全起见没有读取。请用 Excel 或 WPS 打开、另存为新文件后再导入。',
    en: 'This Excel file unpacks to an abnormal size and was not read, for safety. Please open it in Excel or WPS, save it as a new file, and import that.',
  },
  encrypted: {
    zh: '这个 Excel 文件有打开密码。请去掉密码、另存后再导入。',
    en: 'This Excel file is protected by a password. Please remove the password, save it, and import it again.',
  },
  'old-excel': {
    zh: '这是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 里另存为 .xlsx 后再导入。',
    en: 'This is an old Excel file (.xls). Please save it as .xlsx in Excel or WPS and import that.',
  },
  'no-such-sheet': {
    zh: '文件里没有名为“{sheet}”的工作表。现有的工作表：{sheets}。',
    en: 'The file has no sheet named “{sheet}”. It has: {sheets}.',
  },
  'broken-file': {
    zh: '文件已损坏或不完整，读不下去。请用 Excel 或 WPS 打开检查、另存后再导入。',
    en: 'The file is damaged or incomplete and cannot be read on. Please open it in Excel or WPS, check it, save it, and import it again.',
  },
  'quote-not-closed': {
    zh: '从第 {line} 行开始有一个双引号没有结束，后面的内容无法分列。请检查这一行的引号，或另存为 .xlsx 后再导入。',
    en: 'A double quote that opens on line {line} is never closed, so what follows cannot be cut into cells. Please check the quotes of that line, or save the file as .xlsx and import that.',
  },
  undecodable: {
    zh: '第 {line} 行的文字无法识别，文件编码既不是 UTF-8 也不是 GB18030。请另存为“CSV UTF-8”或 .xlsx 后再导入。',
    en: 'The text of line {line} cannot be read: the file is neither UTF-8 nor GB18030. Please save it as “CSV UTF-8” or .xlsx and import that.',
  },
  'too-many-rows': {
    zh: '表格超过了 {limit} 行的上限。请拆成几个文件分别导入。',
    en: 'The sheet has more than {limit} rows. Please split it and import the parts.',
  },
  'too-many-columns': {
    zh: '第 {line} 行超过了 {limit} 列的上限。请删去多余的列，或检查是否有内容错位。',
    en: 'Line {line} has more than {limit} columns. Please delete the columns not needed, or check for cells out of place.',
  },
  'no-header': {
    zh: '找不到表头。请在第一行写明各列的名称，例如：姓名、手机号。',
    en: 'There is no header. Please name the columns in the first row, such as: name, phone.',
  },
  'missing-columns': {
    zh: '文件里缺少这些列：{columns}。请检查表头，或重新选择各字段对应的列。',
    en: 'The file lacks these columns: {columns}. Please check the header, or choose anew which column feeds which field.',
  },
};

export const rowWords: Record<RowProblem, Words> = {
  'missing-name': {
    zh: '没有姓名，本行未导入。请补上姓名后再导入。',
    en: 'There is no name, so the row was not imported. Please add the name and import again.',
  },
  'missing-id': {
    zh: '没有编号，本行未导入。请补上编号后再导入。',
    en: 'There is no id, so the row was not imported. Please add the id and import again.',
  },
  'missing-date': {
    zh: '没有日期，本行未导入。请补上日期后再导入。',
    en: 'There is no date, so the row was not imported. Please add the date and import again.',
  },
  'id-twice': {
    zh: '这个编号在文件里出现了不止一次，只采用了第一次。请核对是否重复录入。',
    en: 'This id stands in the file more than once; only the first was used. Please check whether it was entered twice.',
  },
  'same-customer': {
    zh: '与前面的一行是同一位客户（姓名和电话、或姓名和生日相同），没有重复建档。请核对这两行。',
    en: 'This is the customer of an earlier row (same name with same phone or birthday); no second record was made. Please compare the two rows.',
  },
  'scientific-id': {
    zh: '编号是科学计数形式，可能已丢失位数，已照原样保留。请与原系统核对。',
    en: 'The id is in scientific form and may have lost digits; it was kept as it stands. Please compare it with the system it came from.',
  },
  'scientific-phone': {
    zh: '电话是科学计数形式，号码已不完整，本行未导入。请在 Excel 里把该列设为文本、重新填写号码后再导入。',
    en: 'The phone is in scientific form and no longer complete, so the row was not imported. Please make the column text in Excel, enter the number again, and import.',
  },
  'bad-phone': {
    zh: '电话不是有效号码，客户已导入但没有电话。请向客户核实后补上。',
    en: 'The phone is not a valid number; the customer was imported without it. Please ask the customer and add it.',
  },
  'bad-date': {
    zh: '日期无法识别或不存在。请写成 2024-03-05 的形式。',
    en: 'The date cannot be read or does not exist. Please write it like 2024-03-05.',
  },
  'bad-gender': {
    zh: '性别无法识别，已记为未知。请写“男”或“女”。',
    en: 'The gender cannot be read and was left unknown. Please write male or female.',
  },
  'bad-yes-no': {
    zh: '无法判断是“是”还是“否”，已留空。请写“是”或“否”。',
    en: 'This is neither yes nor no and was left empty. Please write yes or no.',
  },
  'bad-age': {
    zh: '年龄无法识别，已留空。请写整数，例如 35。',
    en: 'The age cannot be read and was left empty. Please write a whole number such as 35.',
  },
  'age-below-zero': {
    zh: '年龄小于零，已留空，其余内容已导入。请核实年龄。',
    en: 'The age is below zero and was left empty; the rest was imported. Please check the age.',
  },
  'bad-state': {
    zh: '无法判断是到诊、未到还是已预约，本行未导入。请写“已到诊”“未到”或“已预约”。',
    en: 'It does not say whether the appointment was kept, missed or is still booked, so the row was not imported. Please write kept, missed or booked.',
  },
  'booked-after-appointment': {
    zh: '登记日期晚于预约日期，已照原样导入。请核实这两个日期。',
    en: 'It was booked on a later day than the appointment itself; it was imported as it stands. Please check both dates.',
  },
  'missing-amount': {
    zh: '没有金额，本行未导入。请补上金额后再导入。',
    en: 'There is no amount, so the row was not imported. Please add the amount and import again.',
  },
  'bad-amount': {
    zh: '金额无法识别，或不大于零，本行未导入。请写成 1234.50 的形式；退款请在客户账户里补记。',
    en: 'The amount cannot be read or is not above zero, so the row was not imported. Please write it like 1234.50; book refunds on the customer’s account.',
  },
  'unknown-owner': {
    zh: '没有叫这个名字、可以归属客户的在职员工（或有同名的人），客户照常导入，不设归属人。请先在“员工”里添加，或导入后再分配。',
    en: 'No colleague at work who may own customers has this name, or several have; the customer was imported without an owner. Please add the person under Staff first, or assign the owner afterwards.',
  },
  'too-long': {
    zh: '内容太长，超出的部分没有导入。请缩短后再补录。',
    en: 'The text is too long; what was beyond the limit was not imported. Please shorten it.',
  },
};

export const batchWords: Record<BatchProblem, Words> = {
  'no-rows': {
    zh: '表格里只有表头，没有数据。请确认选对了文件和工作表。',
    en: 'The sheet has a header and no rows. Please check that it is the right file and the right sheet.',
  },
  'fields-not-mapped': {
    zh: '有必填的内容还没有对应到列。请在对应关系里选好必填项的列。',
    en: 'Something required is not fed by any column yet. Please choose a column for everything required.',
  },
  'file-gone': {
    zh: '上传的文件已不在服务器上。请重新上传。',
    en: 'The uploaded file is no longer on the server. Please upload it again.',
  },
  interrupted: {
    zh: '工作在中途被打断（程序退出或断电），整批都没有写入。请再试一次。',
    en: 'The work was interrupted (the program ended or the power failed); nothing of the file was written. Please try again.',
  },
  fault: {
    zh: '程序出错，整批都没有写入。请再试一次；仍然不行时，请管理员查看日志。',
    en: 'The program failed; nothing of the file was written. Please try again; if it fails again, ask the administrator to look at the log.',
  },
  'partly-undone': {
    zh: '已撤销。有 {customers} 位客户、{appointments} 个预约、{visits} 次就诊、{followups} 条回访、{orders} 笔消费在导入后有人处理过，予以保留，请核对。',
    en: 'Undone, except for what somebody has worked on since: {customers} customers, {appointments} appointments, {visits} visits, {followups} followups and {orders} orders were kept. Please look at them.',
  },
};

export type Language = 'zh' | 'en';

/** The words of any code of this module; of an unknown code the code itself, so that nothing is swallowed. */
export function sayProblem(
  code: string,
  language: Language,
  details: Record<string, string | number> = {},
): string {
  const words = wordsOf(code);
  if (!words) return code;
  const unknown = language === 'zh' ? '未知' : 'unknown';
  return words[language].replace(/\{(\w+)\}/g, (_whole, name: string) =>
    String(ownValue(details, name) ?? unknown),
  );
}

function wordsOf(code: string): Words | undefined {
  return [fileWords, rowWords, batchWords].map((table) => ownValue<Words>(table, code)).find(Boolean);
}

function ownValue<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
