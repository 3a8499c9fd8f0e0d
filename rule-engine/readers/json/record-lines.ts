import { joinedBytes } from '../../base/joined-bytes.ts';

const FIRST_LINE = /^Record \d+\r?\n/;
const NUMBER_LINE = /^Record \d+\r?\n$/;
const LONGEST_NUMBER_LINE = 32;
const LINE_FEED = 0x0a;
const BLANK = 0x20;
const FIRST_LETTER = 0x52;

const decoder = new TextDecoder();

/** Whether a text begins with the number that evtx_dump writes before each event. */
export function beginsWithNumber(text: string): boolean {
  return FIRST_LINE.test(text);
}

/** The chunks of a JSON input; where evtx_dump wrote it, its lines with an event's number are blank. */
export async function* withoutNumbers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  let isNumbered: boolean | undefined;
  for await (const chunk of chunks) {
    if (isNumbered === false) {
      yield chunk;
      continue;
    }
    const bytes = rest.length === 0 && isNumbered === undefined ? chunk : joinedBytes([rest, chunk]);
    if (isNumbered === undefined && bytes.length >= LONGEST_NUMBER_LINE) {
      isNumbered = beginsWithNumber(decoder.decode(bytes.subarray(0, LONGEST_NUMBER_LINE)));
    }
    if (isNumbered === false) {
      rest = new Uint8Array(0);
      yield bytes;
      continue;
    }
    const whole = isNumbered === undefined ? 0 : bytes.lastIndexOf(LINE_FEED) + 1;
    const lines = bytes.slice(0, whole);
    blankNumbers(lines);
    rest = bytes.slice(whole);
    if (whole > 0) yield lines;
  }
  if (rest.length > 0) yield rest;
}

function blankNumbers(bytes: Uint8Array): void {
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(LINE_FEED, start) + 1;
    const isShort = bytes[start] === FIRST_LETTER && next - start <= LONGEST_NUMBER_LINE;
    if (isShort && NUMBER_LINE.test(decoder.decode(bytes.subarray(start, next)))) bytes.fill(BLANK, start, next - 1);
    start = next;
  }
}
