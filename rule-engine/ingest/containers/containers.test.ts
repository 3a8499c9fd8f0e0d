import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadSource } from '../load-source.ts';
import { ContainerBudget } from './container-limits.ts';
import { openMembers } from './open-members.ts';

const CSV = 'Timestamp,FileName,ProcessCommandLine\n2026-01-05T00:00:00Z,lua,lua a\n';
const bytes = (text: string) => new TextEncoder().encode(text);

/** A frame of zstd that stores its content. @see RFC 8878 */
function zstd(content: Uint8Array): Uint8Array {
  const size = content.length;
  const block = (size << 3) | 1;
  return Uint8Array.from([
    ...[0x28, 0xb5, 0x2f, 0xfd, 0xa0],
    ...[size & 0xff, (size >> 8) & 0xff, (size >> 16) & 0xff, size >>> 24],
    ...[block & 0xff, (block >> 8) & 0xff, (block >> 16) & 0xff],
    ...content,
  ]);
}

function tar(files: { readonly [name: string]: Uint8Array }): Uint8Array {
  const blocks: number[] = [];
  for (const [name, content] of Object.entries(files)) {
    const header = new Uint8Array(512);
    header.set(bytes(name).subarray(0, 100));
    header.set(bytes(content.length.toString(8).padStart(11, '0')), 124);
    header[156] = 0x30;
    header.fill(0x20, 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.set(bytes(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    blocks.push(...header, ...content, ...new Uint8Array((512 - (content.length % 512)) % 512));
  }
  return Uint8Array.from([...blocks, ...new Uint8Array(1024)]);
}

async function load(content: Uint8Array, name = 'logs') {
  return (await loadSource(new File([content.slice()], name))).report;
}

async function open(content: Uint8Array, budget?: ContainerBudget) {
  const errors: string[] = [];
  const context = {
    signal: new AbortController().signal,
    onBytes: () => {},
    onError: (message: string) => void errors.push(message),
  };
  const members: { name: string; containers: readonly string[]; length: number }[] = [];
  for await (const member of openMembers(new Blob([content.slice()]), context, budget)) {
    let length = 0;
    for await (const chunk of member.chunks) length += chunk.length;
    members.push({ name: member.name, containers: member.containers, length });
  }
  return { members, errors };
}

describe('containers', () => {
  it.each([
    ['gzip', gzipSync(bytes(CSV)), ['gzip']],
    ['zstd', zstd(bytes(CSV)), ['zstd']],
    ['zip', zipSync({ 'a/events.csv': bytes(CSV) }), ['zip']],
    ['a stored zip', zipSync({ 'events.csv': bytes(CSV) }, { level: 0 }), ['zip']],
    ['tar', tar({ 'events.csv': bytes(CSV) }), ['tar']],
    ['tar in gzip', gzipSync(tar({ 'events.csv': bytes(CSV) })), ['gzip', 'tar']],
    ['gzip in zip in zip', zipSync({ 'x.zip': zipSync({ 'e.csv.gz': gzipSync(bytes(CSV)) }) }), ['zip', 'zip', 'gzip']],
  ])('reads %s', async (_, content, containers) => {
    const report = await load(content);
    expect([report.containers, report.format, report.records, report.errors]).toEqual([containers, 'csv', 1, []]);
  });

  it('reports each file of an archive, and which of them is none', async () => {
    const report = await load(
      zipSync({
        'a.csv': bytes(CSV),
        'b.ndjson': bytes('{"FileName":"cmd","FolderPath":"x"}\n'),
        README: bytes('hello'),
      }),
    );
    expect([report.format, report.records, report.errorCount]).toEqual(['archive', 2, 1]);
    expect(report.members?.map(({ name, format, records, errorCount }) => [name, format, records, errorCount])).toEqual(
      [
        ['a.csv', 'csv', 1, 0],
        ['b.ndjson', 'ndjson', 1, 0],
        ['README', 'unknown', 0, 1],
      ],
    );
    expect(report.errors[0].message).toBe('README: The file was not loaded: its format is unknown');
    expect(report.tables.map(({ table, member }) => [table, member])).toEqual([
      ['DeviceProcessEvents', 'a.csv'],
      ['DeviceProcessEvents', 'b.ndjson'],
    ]);
  });

  it('stops at the limits of size and ratio and says so', async () => {
    const content = gzipSync(new Uint8Array(3_000_000).fill(0x61));
    const small = await open(content, new ContainerBudget(content.length, 1_000_000));
    expect(small.errors).toEqual([expect.stringContaining('larger than 1 MiB, the limit')]);
    const steep = await open(content, new ContainerBudget(content.length, 1e9, 100_000));
    expect(steep.errors).toEqual([expect.stringContaining('more than 250 times as large as the file')]);
    expect((await open(content, new ContainerBudget(content.length))).members[0].length).toBe(3_000_000);
  });

  it('leaves out what lies too deep', async () => {
    let content = gzipSync(bytes(CSV));
    for (let depth = 0; depth < 6; depth++) content = gzipSync(content);
    const { members, errors } = await open(content);
    expect([members, errors]).toEqual([[], ['The file was left out: more than 5 containers lie in one another']]);
  });

  it('asks for no more memory than zstd itself would', async () => {
    const { errors } = await open(Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0xf8, ...new Uint8Array(40)]));
    expect(errors).toEqual(['The zstd data are damaged or cut off: it asks for more than 128 MiB of memory']);
  });

  it('says that an encrypted file was left out', async () => {
    const content = zipSync({ 'a.csv': bytes(CSV) });
    content[content.findIndex((_, at) => content[at] === 0x50 && content[at + 2] === 1 && content[at + 3] === 2) + 8] |=
      1;
    expect((await open(content)).errors).toEqual(['a.csv in the zip archive is encrypted: it was left out']);
  });

  it('leaves an Excel workbook whole: it has a reader', async () => {
    const workbook = zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'xl/workbook.xml': bytes('<workbook/>') });
    const { members } = await open(zipSync({ 'export/events.xlsx': workbook }));
    expect(members.map(({ name, containers }) => [name, containers])).toEqual([['export/events.xlsx', ['zip']]]);
  });

  it('never throws, whatever an archive is made of and however it is damaged', async () => {
    const leaf = fc.constantFrom(
      bytes(CSV),
      bytes('{"a":1}\n'),
      new Uint8Array(0),
      bytes('type=EOE msg=audit(1.0:1):\n'),
    );
    const { archive } = fc.letrec<{ archive: Uint8Array }>((tie) => ({
      archive: fc.oneof(
        { maxDepth: 4 },
        leaf,
        tie('archive').map((inner) => gzipSync(inner)),
        tie('archive').map(zstd),
        fc
          .array(tie('archive'), { maxLength: 3 })
          .map((all) => zipSync(Object.fromEntries(all.map((one, i) => [`f${i}`, one])))),
        fc
          .array(tie('archive'), { maxLength: 3 })
          .map((all) => tar(Object.fromEntries(all.map((one, i) => [`f${i}`, one])))),
      ),
    }));
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(archive, damage, fc.nat(), async (content, changes, cut) => {
        const changed = content.slice(0, changes.length > 3 ? cut % (content.length + 1) : content.length);
        for (const [at, byte] of changes) changed[at % changed.length] = byte;
        const report = await load(changed);
        expect(report.cancelled).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
