import { crc32 } from './crc32.ts';

/** A value of a template instance: its type's number and its bytes. */
export interface EventValue {
  readonly type: number;
  readonly bytes: Uint8Array;
}

export const value = {
  text: (text: string): EventValue => ({ type: 1, bytes: utf16(text) }),
  none: (): EventValue => ({ type: 0, bytes: new Uint8Array(0) }),
  number: (number: number): EventValue => ({ type: 8, bytes: uint32(number) }),
  hexadecimal: (number: bigint): EventValue => ({ type: 21, bytes: uint64(number) }),
  time: (ticks: bigint): EventValue => ({ type: 17, bytes: uint64(ticks) }),
  guid: (bytes: readonly number[]): EventValue => ({ type: 15, bytes: Uint8Array.from(bytes) }),
  texts: (...texts: readonly string[]): EventValue => ({ type: 0x81, bytes: utf16(`${texts.join('\0')}\0`) }),
  sid: (...parts: readonly number[]): EventValue => ({
    type: 19,
    bytes: Uint8Array.from([1, parts.length, 0, 0, 0, 0, 0, 5, ...parts.flatMap((part) => [...uint32(part)])]),
  }),
};

const SYSTEM = ['Provider', 'EventID', 'TimeCreated', 'Channel', 'Computer', 'EventRecordID'];

/** An event of a provider: its number, time, own fields. */
export interface WrittenEvent {
  readonly id: number;
  readonly provider?: string;
  readonly channel?: string;
  readonly ticks?: bigint;
  readonly data: { readonly [name: string]: EventValue };
}

/** An event log with chunks of these events; `dirty` chunks state fewer records in their headers than they have. */
export function writeEvtx(chunks: readonly (readonly WrittenEvent[])[], dirty = false): Uint8Array {
  const header = new Uint8Array(4096);
  header.set(new TextEncoder().encode('ElfFile\0'));
  const view = new DataView(header.buffer);
  view.setBigUint64(16, BigInt(Math.max(0, chunks.length - 1)), true);
  view.setUint32(32, 128, true);
  view.setUint16(36, 1, true);
  view.setUint16(38, 3, true);
  view.setUint16(40, 4096, true);
  view.setUint16(42, chunks.length, true);
  view.setUint32(124, crc32(header, 0, 120), true);
  const file = new Uint8Array(4096 + chunks.length * 65536);
  file.set(header);
  let number = 1n;
  for (const [index, events] of chunks.entries()) {
    file.set(writeChunk(events, number, dirty), 4096 + index * 65536);
    number += BigInt(events.length);
  }
  return file;
}

function writeChunk(events: readonly WrittenEvent[], first: bigint, dirty: boolean): Uint8Array {
  const chunk = new ChunkWriter();
  const ends: number[] = [];
  for (const [index, event] of events.entries()) {
    chunk.record(event, first + BigInt(index));
    ends.push(chunk.at);
  }
  const end = dirty ? (ends[Math.floor(ends.length / 2) - 1] ?? 512) : chunk.at;
  chunk.bytes.set(new TextEncoder().encode('ElfChnk\0'));
  chunk.view.setUint32(40, 128, true);
  chunk.view.setUint32(48, end, true);
  chunk.view.setUint32(52, crc32(chunk.bytes, 512, end), true);
  chunk.view.setUint32(124, crc32(chunk.bytes, 128, 512, crc32(chunk.bytes, 0, 120)), true);
  return chunk.bytes;
}

/** Writes records into a chunk; templates and names stand where they are used first. */
class ChunkWriter {
  readonly bytes = new Uint8Array(65536);
  readonly view = new DataView(this.bytes.buffer);
  at = 512;
  private readonly names = new Map<string, number>();
  private readonly templates = new Map<string, number>();

  record(event: WrittenEvent, id: bigint): void {
    const start = this.at;
    this.put(uint32(0x2a2a), uint32(0), uint64(id), uint64(event.ticks ?? 0n));
    this.put([0x0f, 1, 1, 0]);
    this.instance(event, id);
    this.put([0]);
    const size = this.at + 4 - start;
    this.put(uint32(size));
    this.view.setUint32(start + 4, size, true);
  }

  private instance(event: WrittenEvent, id: bigint): void {
    const fields = Object.keys(event.data);
    const key = fields.join(' ');
    const known = this.templates.get(key);
    const definition = known ?? this.at + 10;
    this.put([0x0c, 1], uint32(7), uint32(definition));
    if (known === undefined) {
      this.templates.set(key, definition);
      this.definition(fields);
    }
    const system = [
      value.text(event.provider ?? 'Microsoft-Windows-Sysmon'),
      { type: 6, bytes: uint32(event.id).subarray(0, 2) },
      value.time(event.ticks ?? 132_000_000_000_000_000n),
      value.text(event.channel ?? 'Microsoft-Windows-Sysmon/Operational'),
      value.text('host.example'),
      { type: 10, bytes: uint64(id) },
    ];
    const values = [...system, ...Object.values(event.data)];
    this.put(uint32(values.length));
    for (const { type, bytes } of values) this.put(uint32(bytes.length).subarray(0, 2), [type, 0]);
    for (const { bytes } of values) this.put(bytes);
  }

  private definition(fields: readonly string[]): void {
    this.put(uint32(0), new Uint8Array(16), uint32(0));
    const start = this.at;
    this.put([0x0f, 1, 1, 0]);
    this.open('Event');
    this.open('System');
    for (const [index, name] of SYSTEM.entries()) {
      if (name === 'Provider') this.empty(name, 'Name', index);
      else if (name === 'TimeCreated') this.empty(name, 'SystemTime', index);
      else this.leaf(name, index);
    }
    this.put([0x04]);
    this.open('EventData');
    for (const [index, name] of fields.entries()) this.data(name, SYSTEM.length + index);
    this.put([0x04, 0x04, 0]);
    this.view.setUint32(start - 4, this.at - start, true);
  }

  private open(name: string): void {
    this.start(name, false);
    this.put([0x02]);
  }

  private start(name: string, hasAttributes: boolean): void {
    this.put([hasAttributes ? 0x41 : 0x01, 0xff, 0xff], uint32(0));
    this.name(name);
    if (hasAttributes) this.put(uint32(0));
  }

  private leaf(name: string, index: number): void {
    this.open(name);
    this.substitution(index);
    this.put([0x04]);
  }

  private empty(name: string, attribute: string, index: number): void {
    this.start(name, true);
    this.put([0x06]);
    this.name(attribute);
    this.substitution(index);
    this.put([0x03]);
  }

  private data(name: string, index: number): void {
    this.start('Data', name !== '');
    if (name !== '') {
      this.put([0x06]);
      this.name('Name');
      this.put([0x05, 1], uint32(name.length).subarray(0, 2), utf16(name));
    }
    this.put([0x02]);
    this.substitution(index);
    this.put([0x04]);
  }

  private substitution(index: number): void {
    this.put([0x0e], uint32(index).subarray(0, 2), [0]);
  }

  private name(name: string): void {
    const known = this.names.get(name);
    const offset = known ?? this.at + 4;
    this.put(uint32(offset));
    if (known !== undefined) return;
    this.names.set(name, offset);
    this.put(uint32(0), [0, 0], uint32(name.length).subarray(0, 2), utf16(name), [0, 0]);
  }

  private put(...parts: readonly ArrayLike<number>[]): void {
    for (const part of parts) {
      this.bytes.set(part, this.at);
      this.at += part.length;
    }
  }
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((_, at) => [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8]));
}

function uint32(number: number): Uint8Array {
  return Uint8Array.from([number & 0xff, (number >> 8) & 0xff, (number >> 16) & 0xff, number >>> 24]);
}

function uint64(number: bigint): Uint8Array {
  return Uint8Array.from([...uint32(Number(number & 0xffffffffn)), ...uint32(Number(number >> 32n))]);
}
