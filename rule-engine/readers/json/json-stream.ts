import { JoinedBytes } from '../joined-bytes.ts';
import { JsonParser } from './json-parser.ts';

/** Names of the fields that lead to a value, outermost first; `[]` for an element of an array. */
export type JsonPath = readonly string[];

export interface JsonStreamVisitor {
  /** Whether to walk into the object or array at `path`, rather than to be given it whole. */
  enter(path: JsonPath, container: 'object' | 'array'): boolean;
  /** A value as its bytes, which may not be valid JSON within; they are reused after the call. */
  value(path: JsonPath, bytes: Uint8Array, start: number, end: number, line: number): void;
  /** The end of a container that was entered. */
  leave(path: JsonPath): void;
  error(line: number, message: string): void;
}

interface Frame {
  readonly kind: 'top' | 'array' | 'object';
  /** What may come next. */
  state: 'value' | 'value or end' | 'comma or end' | 'name' | 'name or end' | 'colon';
}

const MAX_VALUE_BYTES = 64 * 1024 * 1024;
const MAX_RECOVERIES = 1000;

/**
 * Walks one or several JSON texts chunk by chunk, handing over the values that the visitor asks for, in memory bounded
 * by the largest of them. After broken syntax it goes on at the next line that starts, indented alike, as a value did.
 */
export class JsonStream {
  private readonly visitor: JsonStreamVisitor;
  private readonly parser = new JsonParser();
  private readonly joined = new JoinedBytes();
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  private line = 1;
  /** White space before the token at hand in its line; -1 when something else stands before it. */
  private indent = 0;
  private frames: Frame[] = [{ kind: 'top', state: 'value' }];
  private path: string[] = [];
  /** The value that is being measured: where it starts and the scan's state. */
  private taking: { start: number; line: number; depth: number; inString: boolean; isContainer: boolean } | undefined;
  /** Where values of the innermost array, or of the top, start. */
  private valueIndent = -1;
  private recovering = false;
  private recoveries = 0;

  constructor(visitor: JsonStreamVisitor) {
    this.visitor = visitor;
  }

  push(chunk: Uint8Array): void {
    const kept = this.taking?.start ?? this.at;
    this.bytes = this.joined.join(this.bytes.subarray(kept), chunk);
    this.at -= kept;
    if (this.taking !== undefined) this.taking.start -= kept;
    this.run(false);
  }

  end(): void {
    this.run(true);
    if (this.taking !== undefined || this.frames.length > 1) {
      this.visitor.error(this.line, 'The input ends within a JSON value');
    }
  }

  private run(last: boolean): void {
    for (;;) {
      if (this.recovering) {
        if (!this.recover()) return;
      } else if (this.taking !== undefined) {
        if (!this.take(last)) return;
      } else {
        this.skipWhiteSpace();
        if (this.at >= this.bytes.length || !this.step(last)) return;
      }
    }
  }

  /** One token at a walked level; false when more bytes are needed. */
  private step(last: boolean): boolean {
    const frame = this.frames[this.frames.length - 1];
    const byte = this.bytes[this.at];
    if (frame.kind === 'top' && byte === 0x2c) this.consume();
    else if (byte === 0x7d && frame.kind === 'object' && frame.state.endsWith('or end')) this.leave();
    else if (byte === 0x5d && frame.kind === 'array' && frame.state.endsWith('or end')) this.leave();
    else if (frame.state === 'comma or end' && byte === 0x2c) {
      frame.state = frame.kind === 'object' ? 'name' : 'value';
      this.consume();
    } else if (frame.state === 'colon' && byte === 0x3a) {
      frame.state = 'value';
      this.consume();
    } else if (frame.state.startsWith('name') && byte === 0x22) return this.readName(frame, last);
    else if (frame.state.startsWith('value')) this.beginValue(frame, byte);
    else this.fail(`Unexpected '${String.fromCharCode(byte)}'`);
    return true;
  }

  private consume(): void {
    this.at++;
    this.indent = -1;
  }

  private readName(frame: Frame, last: boolean): boolean {
    const { bytes } = this;
    for (let end = this.at + 1; end < bytes.length; end++) {
      if (bytes[end] === 0x5c) end++;
      else if (bytes[end] === 0x0a) break;
      else if (bytes[end] === 0x22) {
        try {
          this.path[this.path.length - 1] = String(this.parser.parse(bytes, this.at, end + 1));
        } catch {
          break;
        }
        this.at = end + 1;
        this.indent = -1;
        frame.state = 'colon';
        return true;
      }
    }
    if (!last && bytes.length - this.at < MAX_VALUE_BYTES && bytes.indexOf(0x0a, this.at) < 0) return false;
    this.fail('A field name is not a JSON string');
    return true;
  }

  private beginValue(frame: Frame, byte: number): void {
    if (frame.kind !== 'object') this.valueIndent = this.indent;
    frame.state = frame.kind === 'top' ? 'value' : 'comma or end';
    const container = byte === 0x7b ? 'object' : byte === 0x5b ? 'array' : undefined;
    if (container !== undefined && this.visitor.enter(this.path, container)) {
      this.frames.push({ kind: container, state: container === 'object' ? 'name or end' : 'value or end' });
      this.path.push('[]');
      this.consume();
      return;
    }
    if (container === undefined && byte !== 0x22 && !isScalarStart(byte)) {
      this.fail(`Unexpected '${String.fromCharCode(byte)}'`);
      return;
    }
    this.taking = { start: this.at, line: this.line, depth: 0, inString: false, isContainer: container !== undefined };
  }

  private leave(): void {
    this.frames.pop();
    this.path.pop();
    this.consume();
    this.visitor.leave(this.path);
  }

  /** Measures the value at hand; false when more bytes are needed. */
  private take(last: boolean): boolean {
    const taking = this.taking!;
    const end = taking.isContainer || this.bytes[taking.start] === 0x22 ? this.scanBracketed() : this.scanScalar(last);
    if (end === -2) return true;
    if (end < 0) {
      if (this.bytes.length - taking.start > MAX_VALUE_BYTES) {
        this.fail(`A value is longer than ${MAX_VALUE_BYTES / 1024 / 1024} MiB or its brackets do not match`);
        return true;
      }
      return false;
    }
    this.taking = undefined;
    this.at = end;
    this.indent = -1;
    this.visitor.value(this.path, this.bytes, taking.start, end, taking.line);
    return true;
  }

  /** The end of a string, object or array; -1 when it isn't there yet, -2 after a failure. */
  private scanBracketed(): number {
    const taking = this.taking!;
    const { bytes } = this;
    let { depth, inString } = taking;
    for (let at = this.at; at < bytes.length; at++) {
      const byte = bytes[at];
      if (inString) {
        if (byte === 0x5c) {
          if (at + 1 >= bytes.length) return this.pause(at, depth, inString);
          at++;
        } else if (byte === 0x22) {
          inString = false;
          if (depth === 0) return at + 1;
        } else if (byte === 0x0a) {
          this.at = at;
          this.fail('A string is not closed in its line');
          return -2;
        }
      } else if (byte === 0x22) inString = true;
      else if (byte === 0x7b || byte === 0x5b) depth++;
      else if (byte === 0x7d || byte === 0x5d) {
        if (--depth === 0) return at + 1;
      } else if (byte === 0x0a) this.line++;
    }
    return this.pause(bytes.length, depth, inString);
  }

  private pause(at: number, depth: number, inString: boolean): number {
    this.at = at;
    this.taking!.depth = depth;
    this.taking!.inString = inString;
    return -1;
  }

  private scanScalar(last: boolean): number {
    const { bytes } = this;
    while (this.at < bytes.length && isScalarByte(bytes[this.at])) this.at++;
    return this.at < bytes.length || last ? this.at : -1;
  }

  private skipWhiteSpace(): void {
    const { bytes } = this;
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at];
      if (byte === 0x0a) {
        this.line++;
        this.indent = 0;
      } else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return;
      else if (this.indent >= 0) this.indent++;
    }
  }

  private fail(message: string): void {
    this.visitor.error(this.taking?.line ?? this.line, message);
    this.taking = undefined;
    this.recovering = true;
    while (this.frames[this.frames.length - 1].kind === 'object') {
      this.frames.pop();
      this.path.pop();
      this.visitor.leave(this.path);
    }
    this.frames[this.frames.length - 1].state = 'value';
  }

  /** Looks for the next line that starts like a value; false when more bytes are needed. */
  private recover(): boolean {
    const { bytes } = this;
    for (;;) {
      const lineEnd = bytes.indexOf(0x0a, this.at);
      if (lineEnd < 0 || this.recoveries > MAX_RECOVERIES) {
        this.at = bytes.length;
        return false;
      }
      let start = lineEnd + 1;
      while (start < bytes.length && (bytes[start] === 0x20 || bytes[start] === 0x09)) start++;
      if (start === bytes.length) {
        this.at = lineEnd;
        return false;
      }
      this.line++;
      this.at = start;
      this.indent = start - lineEnd - 1;
      const opens = bytes[start] === 0x7b || bytes[start] === 0x5b;
      if (opens && (this.valueIndent < 0 || this.indent === this.valueIndent)) {
        this.recovering = false;
        this.recoveries++;
        return true;
      }
    }
  }
}

function isScalarStart(byte: number): boolean {
  return byte === 0x2d || (byte >= 0x30 && byte <= 0x39) || byte === 0x74 || byte === 0x66 || byte === 0x6e;
}

function isScalarByte(byte: number): boolean {
  return byte === 0x2b || byte === 0x2d || byte === 0x2e || (byte >= 0x30 && byte <= 0x39) || isLetter(byte);
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}
