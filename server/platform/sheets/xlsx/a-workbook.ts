import { deflateRawSync } from 'node:zlib';

/** For tests: a zip made by hand, so that it can also be a wrong one. */
export interface ZipPart {
  name: string;
  content: string | Buffer;
  /** What the table of contents claims the part inflates to, where that is a lie. */
  declaredSize?: number;
  flags?: number;
}

export function aZip(parts: ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = typeof part.content === 'string' ? Buffer.from(part.content) : part.content;
    const packed = deflateRawSync(content, { level: 1 });
    const name = Buffer.from(part.name);
    const sizes = Buffer.alloc(22);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(part.flags ?? 0x800, 2);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(part.declaredSize ?? content.length, 18);
    const nameLength = Buffer.alloc(4);
    nameLength.writeUInt16LE(name.length, 0);
    local.push(Buffer.from('504b0304', 'hex'), sizes, nameLength, name, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from('504b01021400', 'hex'), sizes, nameLength, place, name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

export interface WorkbookParts {
  /** The inside of sheetData, or a whole worksheet where it starts with `<?xml`. */
  rows: string;
  sharedTexts?: string;
  styles?: string;
  workbookProperties?: string;
  sheets?: { name: string; state?: string; rows: string }[];
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function workbookParts(given: WorkbookParts): ZipPart[] {
  const sheets = given.sheets ?? [{ name: '客户', rows: given.rows }];
  const list = sheets.map(
    ({ name, state }, n) =>
      `<sheet name="${name}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="rId${n + 1}"/>`,
  );
  const targets = sheets.map(
    (_sheet, n) =>
      `<Relationship Id="rId${n + 1}" Type="${office}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships ${relations}><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook ${main} xmlns:r="${office}">${given.workbookProperties ?? ''}<sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships ${relations}>${targets.join('')}<Relationship Id="rs" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="ry" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    ...sheets.map(({ rows }, n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      content: rows.startsWith('<?xml')
        ? rows
        : `<?xml version="1.0"?><worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    })),
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${given.sharedTexts ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet ${main}>${given.styles ?? ''}</styleSheet>` },
  ];
}

export function aWorkbook(given: WorkbookParts): Buffer {
  return aZip(workbookParts(given));
}
