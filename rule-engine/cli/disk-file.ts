import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { basename } from 'node:path';
import type { ByteSource } from '../ingest/containers/byte-source.ts';

const descriptors = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** A file of the disk, read where it is asked for and never whole. Closed when it is collected. */
export class DiskFile implements ByteSource {
  readonly name: string;
  readonly size: number;
  private readonly descriptor: number;

  /** @throws when the file can't be opened */
  constructor(path: string) {
    this.name = basename(path);
    this.descriptor = openSync(path, 'r');
    descriptors.register(this, this.descriptor);
    this.size = fstatSync(this.descriptor).size;
  }

  slice(start: number, end: number): ByteSource {
    return new DiskSlice(this, Math.min(start, this.size), Math.min(end, this.size));
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.slice(0, this.size).arrayBuffer();
  }

  async readInto(target: Uint8Array, position: number): Promise<number> {
    let length = 0;
    while (length < target.length) {
      const count = await this.readSome(target, length, position + length);
      if (count === 0) break;
      length += count;
    }
    return length;
  }

  private readSome(target: Uint8Array, offset: number, position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      read(this.descriptor, target, offset, target.length - offset, position, (error, count) => {
        if (error) reject(error);
        else resolve(count);
      });
    });
  }
}

/** A part of a file. */
class DiskSlice implements ByteSource {
  readonly size: number;
  private readonly file: DiskFile;
  private readonly start: number;

  constructor(file: DiskFile, start: number, end: number) {
    this.file = file;
    this.start = start;
    this.size = Math.max(0, end - start);
  }

  slice(start: number, end: number): ByteSource {
    return new DiskSlice(this.file, this.start + Math.min(start, this.size), this.start + Math.min(end, this.size));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    const length = await this.file.readInto(bytes, this.start);
    return length === bytes.length ? bytes.buffer : bytes.slice(0, length).buffer;
  }
}
