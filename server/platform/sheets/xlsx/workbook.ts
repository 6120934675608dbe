import { SheetError, tooLarge } from '../sheet-error.ts';
import type { SheetLimits } from '../sheet.ts';
import type { Archive } from './archive.ts';
import { decodeEscapes, type CellContext } from './cell-value.ts';
import { dateKindOf, type DateKind } from './excel-date.ts';
import { attributeOf, readXml, XmlReader } from './xml-reader.ts';

export interface Workbook extends CellContext {
  sheets: { name: string; part: string; isHidden: boolean }[];
}

interface Relationship {
  kind: string;
  part: string;
}

const partLimit = 32 * 1024 * 1024;

export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<Workbook> {
  const main = [...(await relationshipsOf(archive, '')).values()].find(
    (each) => each.kind === 'officeDocument',
  );
  if (!main || !archive.has(main.part) || main.part.endsWith('.bin')) {
    throw new SheetError('not-a-sheet', { kind: main ? 'office' : 'zip' });
  }
  const relationships = await relationshipsOf(archive, main.part);
  const { sheets, usesEpoch1904 } = await readSheetList(archive, main.part, relationships);
  if (sheets.length === 0) throw new SheetError('not-a-sheet', { kind: 'office' });

  const partOf = (kind: string) => [...relationships.values()].find((each) => each.kind === kind)?.part;
  return {
    sheets,
    usesEpoch1904,
    sharedTexts: await readSharedTexts(archive, partOf('sharedStrings'), limits),
    dateKinds: await readDateKinds(archive, partOf('styles')),
  };
}

async function readSheetList(archive: Archive, part: string, relationships: Map<string, Relationship>) {
  const sheets: Workbook['sheets'] = [];
  let usesEpoch1904 = false;
  await readPart(archive, part, (name, attributes) => {
    if (name === 'workbookPr') usesEpoch1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const target = relationships.get(attributeOf(attributes, 'id') ?? '');
    if (target?.kind !== 'worksheet') return;
    const isHidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
    sheets.push({ name: attributeOf(attributes, 'name') ?? '', part: target.part, isHidden });
  });
  return { sheets, usesEpoch1904 };
}

/** What the part at `part` points to, by id; the empty part stands for the archive itself. */
async function relationshipsOf(archive: Archive, part: string): Promise<Map<string, Relationship>> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const found = new Map<string, Relationship>();
  const list = `${folder}_rels/${part.slice(cut)}.rels`;
  if (!archive.has(list)) return found;
  await readPart(archive, list, (name, attributes) => {
    if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
    const type = attributeOf(attributes, 'Type') ?? '';
    const target = attributeOf(attributes, 'Target') ?? '';
    found.set(attributeOf(attributes, 'Id') ?? '', {
      kind: type.slice(type.lastIndexOf('/') + 1),
      part: resolvePart(folder, target),
    });
  });
  return found;
}

function resolvePart(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

async function readSharedTexts(
  archive: Archive,
  part: string | undefined,
  limits: SheetLimits,
): Promise<string[]> {
  const texts: string[] = [];
  if (!part || !archive.has(part)) return texts;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  let bytes = 0;
  const reader = new XmlReader({
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't' && !inPhonetic;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') texts.push(decodeEscapes(current));
    },
  });
  for await (const chunk of archive.read(part)) {
    bytes += chunk.length;
    if (bytes > limits.sharedTextBytes) throw tooLarge(limits.sharedTextBytes, { part });
    reader.push(chunk);
  }
  reader.end();
  return texts;
}

async function readDateKinds(archive: Archive, part: string | undefined): Promise<DateKind[]> {
  const formats = new Map<number, string>();
  const kinds: DateKind[] = [];
  if (!part || !archive.has(part)) return kinds;
  let inCellFormats = false;
  await readPart(
    archive,
    part,
    (name, attributes) => {
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt') {
        formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      }
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        kinds.push(dateKindOf(id, formats.get(id)));
      }
    },
    (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  );
  return kinds;
}

async function readPart(
  archive: Archive,
  part: string,
  open: (name: string, attributes: string) => void,
  close: (name: string) => void = () => undefined,
): Promise<void> {
  const bytes = await archive.readWhole(part, partLimit);
  const whole = (async function* () {
    yield bytes;
  })();
  await readXml(whole, { open, close, text: () => undefined });
}
