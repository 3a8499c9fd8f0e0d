import { describe, expect, it } from 'vitest';
import { readAll } from '../read-text.test-helper.ts';
import type { FieldValue } from '../reader.ts';
import { auditdReader } from './auditd-reader.ts';

async function read(...lines: readonly string[]) {
  const { records, errors } = await readAll(auditdReader, lines.join('\n'));
  return { records: records.map(({ fields }) => fields as { readonly [type: string]: FieldValue }), errors };
}

const call = 'type=SYSCALL msg=audit(1669278601.467:93): arch=c000003e syscall=59 success=yes pid=1 exe="/usr/bin/lua"';

describe('what ausearch has interpreted', () => {
  const stamp = 'msg=audit(11/24/2022 08:30:01.467:93) :';

  it('keeps blanks in values', async () => {
    const { records, errors } = await read(
      `type=CWD ${stamp} cwd=/home/ada lovelace `,
      `type=PATH ${stamp} item=0 name=/opt/my game/lua 5.4 inode=7 nametype=NORMAL `,
      `type=SYSCALL ${stamp} arch=x86_64 syscall=execve success=no exit=ENOENT(No such file or directory) a0=0x55d4 pid=7 exe=/opt/my game/lua 5.4 key=(null) `,
    );
    expect(errors).toEqual([]);
    expect(records).toMatchObject([
      {
        CWD: { cwd: '/home/ada lovelace' },
        PATH: [{ item: 0, name: '/opt/my game/lua 5.4', inode: 7, nametype: 'NORMAL' }],
        SYSCALL: {
          exit: 'ENOENT(No such file or directory)',
          ARGV: ['0x55d4'],
          pid: 7,
          exe: '/opt/my game/lua 5.4',
          key: null,
        },
      },
    ]);
  });

  it('takes no name for hexadecimal', async () => {
    const { records } = await read(`type=SYSCALL ${stamp} syscall=execve comm=dd exe=/usr/bin/dd key=cafe `);
    expect(records).toMatchObject([{ SYSCALL: { comm: 'dd', key: 'cafe' } }]);
  });

  it("reads a program's message", async () => {
    const { records } = await read(
      `type=USER_CMD ${stamp} pid=7 uid=ada msg='cwd=/home/ada cmd=lua -e 1 terminal=pts/0 res=success' `,
    );
    expect(records).toMatchObject([{ USER_CMD: { pid: 7, cwd: '/home/ada', cmd: 'lua -e 1', terminal: 'pts/0' } }]);
  });
});

describe('lines with several records', () => {
  it('are taken apart', async () => {
    const { records, errors } = await read(
      `type=PATH msg=audit(1669278601.467:92): item=0 name="/bin/id" nametype=NORMAL${call}`,
      `${call.replace(':93', ':94')}node=web type=SYSCALL msg=audit(1669278601.467:95): pid=2`,
    );
    expect(errors).toEqual([]);
    expect(records).toMatchObject([
      { PATH: [{ name: '/bin/id', nametype: 'NORMAL' }] },
      { ID: '1669278601.467:93', SYSCALL: { exe: '/usr/bin/lua' } },
      { ID: '1669278601.467:94', SYSCALL: { exe: '/usr/bin/lua' } },
      { ID: '1669278601.467:95', NODE: 'web', SYSCALL: { pid: 2 } },
    ]);
  });

  it('are told where what follows is no record', async () => {
    const { records, errors } = await read(`${call}type=SYSCALL msg=audit(soon): pid=2`);
    expect(records.length).toBe(1);
    expect(errors).toMatchObject([{ line: 1, message: expect.stringContaining('No audit record: type=SYSCALL') }]);
  });
});

describe('hostile lines', () => {
  const many = 300_000;

  it.each([
    ['arguments without blanks', `type=EXECVE msg=audit(1669278601.467:93):argc=1${'\u001da='.repeat(many)}`],
    ['one name again and again', `type=AVC msg=audit(1669278601.467:93): ${'k=1 '.repeat(many)}`],
    ['messages in messages', `type=USER_CMD msg=audit(1669278601.467:93): ${"msg='".repeat(many)}${"'".repeat(many)}`],
    ['many records', 'type=AVC msg=audit(1669278601.467:93): '.repeat(many / 10)],
  ])('%s are read in little time', async (_, line) => {
    const { records } = await read(line, call.replace(':93', ':94'));
    expect(records.length).toBe(2);
  });
});
