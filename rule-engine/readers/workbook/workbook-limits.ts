import { unzipSync } from 'fflate';
import { parseXmlElement, type XmlElement } from '../windows-xml/xml-element.ts';

/** What a workbook's parts may have in all once they are unpacked, and its shared texts alone, which are kept in memory. */
const MAX_UNPACKED_BYTES = 2 * 1024 ** 3;
const MAX_TEXT_BYTES = 256 * 1024 ** 2;

/**
 * Why a workbook is too large to be read, by the sizes that its archive states: a part that is larger than stated is not
 * read on. Undefined when it isn't. Throws for what is no zip archive.
 */
export function workbookExcess(bytes: Uint8Array): string | undefined {
  let unpacked = 0;
  let texts = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize;
      if (!name.startsWith('xl/worksheets/')) texts = Math.max(texts, originalSize);
      return false;
    },
  });
  if (unpacked > MAX_UNPACKED_BYTES) return 'its parts have more than 2 GiB';
  return texts > MAX_TEXT_BYTES ? 'its texts have more than 256 MiB' : undefined;
}

/** The names of a workbook's sheets, in their order. Throws when its directory can't be read. */
export function sheetNames(bytes: Uint8Array): readonly string[] {
  const path = 'xl/workbook.xml';
  const part = unzipSync(bytes, { filter: ({ name }) => name === path })[path];
  const text = part === undefined ? '' : new TextDecoder().decode(part);
  const start = text.search(/<(\w+:)?workbook[\s>]/);
  if (start < 0) throw new Error('it has no list of sheets');
  const sheets = parseXmlElement(text, start).children.find(({ name }) => name === 'sheets');
  return (sheets?.children ?? []).map(({ attributes }: XmlElement) => attributes.name ?? '');
}
