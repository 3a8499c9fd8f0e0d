/** Takes a record's bytes. */
export type RecordVisitor = (bytes: Uint8Array, start: number, end: number, line: number) => void;

/**
 * A line that says what is to be done with the event in the next one.
 * @see https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk
 */
const ACTION = /^\s*\{\s*"(index|create|update|delete)"\s*:\s*\{[^{}]*\}\s*\}\s*$/;
const LONGEST_ACTION = 4096;

const decoder = new TextDecoder();

/** Whether JSON lines are a bulk request of Elasticsearch. */
export function isBulkRequest(headText: string): boolean {
  return ACTION.test(headText.slice(0, Math.max(0, headText.search(/\r?\n|$/))));
}

/** Passes the events of a bulk request on, without its actions. */
export function withoutBulkActions(visit: RecordVisitor): RecordVisitor {
  return (bytes, start, end, line) => {
    const isAction = end - start <= LONGEST_ACTION && ACTION.test(decoder.decode(bytes.subarray(start, end)));
    if (!isAction) visit(bytes, start, end, line);
  };
}
