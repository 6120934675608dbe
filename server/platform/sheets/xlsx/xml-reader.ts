import { SheetError } from '../sheet-error.ts';

export interface XmlHandler {
  /** `attributes` is the raw text between the tag's name and its end; read it with `attributeOf`. */
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

// Excel's longest cell has 32,767 characters; a tag or text of a megabyte was made to fill the memory.
const longestToken = 1024 * 1024;
const lessThan = 0x3c;
const greaterThan = 0x3e;

/**
 * Reads XML piece by piece, by bytes, so that a text never holds on to the piece it came from.
 * It knows no entity but XML's own five: a document that declares its own (DOCTYPE) is refused.
 */
export class XmlReader {
  readonly #handler: XmlHandler;
  #pending: Buffer = Buffer.alloc(0);
  #depth = 0;
  #hasRoot = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(chunk: Buffer): void {
    const bytes = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk;
    let at = 0;
    while (at < bytes.length) {
      const next = bytes[at] === lessThan ? this.#readMarkup(bytes, at) : this.#readText(bytes, at);
      if (next < 0) break;
      at = next;
    }
    this.#pending = bytes.subarray(at);
    if (this.#pending.length > longestToken) throw new SheetError('broken-file', { reason: 'text too long' });
  }

  /** Says no to a document that stops in the middle: rows would be missing without a word. */
  end(): void {
    const rest = this.#pending.toString('utf8').trim();
    if (rest !== '' || this.#depth !== 0 || !this.#hasRoot)
      throw new SheetError('broken-file', { reason: 'cut off' });
  }

  #readText(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(lessThan, at);
    if (end < 0) return -1;
    if (this.#depth > 0) this.#handler.text(decodeEntities(bytes.toString('utf8', at, end)));
    return end;
  }

  /** The place behind the markup that starts at `at`, or -1 where its end has not arrived. */
  #readMarkup(bytes: Buffer, at: number): number {
    if (bytes.length - at < 10 && bytes.indexOf(greaterThan, at) < 0) return -1;
    const second = bytes[at + 1];
    if (second === 0x3f) return after(bytes, '?>', at + 2);
    if (second === 0x21) return this.#readDeclaration(bytes, at);

    const end = second === 0x2f ? bytes.indexOf(greaterThan, at) : tagEnd(bytes, at + 1);
    if (end < 0) return -1;
    if (second === 0x2f) {
      this.#depth--;
      if (this.#depth < 0)
        throw new SheetError('broken-file', { reason: 'closing tag without an opening one' });
      this.#handler.close(localName(bytes.toString('latin1', at + 2, end).trim()));
    } else {
      this.#openTag(bytes, at + 1, end);
    }
    return end + 1;
  }

  #openTag(bytes: Buffer, start: number, end: number): void {
    const isEmpty = bytes[end - 1] === 0x2f;
    const stop = isEmpty ? end - 1 : end;
    let nameEnd = start;
    while (nameEnd < stop && (bytes[nameEnd] ?? 0) > 0x20) nameEnd++;
    const name = localName(bytes.toString('latin1', start, nameEnd));
    this.#hasRoot = true;
    this.#handler.open(name, nameEnd < stop ? bytes.toString('utf8', nameEnd, stop) : '');
    if (isEmpty) this.#handler.close(name);
    else this.#depth++;
  }

  #readDeclaration(bytes: Buffer, at: number): number {
    const start = bytes.toString('latin1', at, at + 9);
    if (start.startsWith('<!--')) return after(bytes, '-->', at + 4);
    if (start === '<![CDATA[') {
      const end = bytes.indexOf(']]>', at + 9);
      if (end < 0) return -1;
      this.#handler.text(bytes.toString('utf8', at + 9, end));
      return end + 3;
    }
    if (start.length < 9) return -1;
    throw new SheetError('broken-file', { reason: 'document type declaration' });
  }
}

export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler);
  for await (const chunk of chunks) reader.push(chunk);
  reader.end();
}

/** The value of the attribute `name`, whatever its prefix, or undefined. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (!/[\s:]/.test(attributes[at - 1] ?? '')) continue;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (value) return decodeEntities(value[1] ?? value[2] ?? '');
  }
  return undefined;
}

function after(bytes: Buffer, mark: string, from: number): number {
  const at = bytes.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The `>` that ends the tag: one inside a quoted value does not. */
function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === greaterThan) {
      return at;
    } else if (byte === 0x22 || byte === 0x27) {
      quote = byte;
    }
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const namedEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return namedEntities[String(name).toLowerCase()] ?? whole;
      const code = hex ? parseInt(String(hex), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
