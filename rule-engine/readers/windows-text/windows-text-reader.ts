import type { InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText, utf8Chunks } from '../text-input.ts';
import { parsedEventXml } from '../windows-xml/windows-xml-reader.ts';
import { isTimeLine, MAX_TEXT_EVENT_CHARACTERS, TextEvents } from './text-events.ts';

/** An event as XML among those that are text. */
const XML_LINE = /^<Event[\s>].*<\/Event>\s*$/;

/**
 * Windows events as Splunk's WinEventLog input writes them: a line with the time, `Name=value` lines, and at last the
 * rendered message, which goes on to the next event. The time has no zone and is taken for UTC.
 */
export const windowsTextReader: Reader = {
  format: 'windows-event-text',
  title: 'Windows event text (Splunk WinEventLog)',
  evidence: 'it has a line with a time followed by LogName= and EventCode= lines',
  detect: (head: InputHead) => {
    const lines = headText(head.bytes).split(/\r?\n/, 12);
    const time = lines.findIndex(isTimeLine);
    const named = lines.some((line) => /^LogName=/.test(line)) && lines.some((line) => /^EventCode=/.test(line));
    return named ? (time >= 0 ? 0.95 : 0.8) : 0;
  },
  read: readEvents,
};

async function* readEvents(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const events = new TextEvents(context);
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  for await (const chunk of utf8Chunks(chunks)) {
    if (context.signal.aborted) return;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* recordsOf(events, line.replace(/\r$/, ''), ++number);
    if (rest.length > MAX_TEXT_EVENT_CHARACTERS) {
      events.leaveOut(rest);
      rest = '';
    }
  }
  yield* recordsOf(events, rest + decoder.decode(), ++number);
  yield* events.end();
}

function* recordsOf(events: TextEvents, text: string, line: number): Generator<LogRecord> {
  const fields = XML_LINE.test(text) ? parsedEventXml(text) : undefined;
  if (fields === undefined) yield* events.line(text, line);
  else {
    yield* events.end();
    yield { fields, line };
  }
}
