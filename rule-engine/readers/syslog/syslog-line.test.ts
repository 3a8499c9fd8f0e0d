import { describe, expect, it } from 'vitest';
import { syslogLine } from './syslog-line.ts';

const NOW = new Date('2026-03-10T00:00:00Z');
const parts = (text: string) => {
  const line = syslogLine(text, NOW);
  return line && [line.time, line.facility, line.severity, line.host, line.process, line.processId, line.message];
};

describe('a line of syslog', () => {
  it.each([
    [
      'RFC 3164',
      '<38>Mar  1 08:00:00 web1 sshd[71]: Accepted key: ada',
      ['2026-03-01T08:00:00', 'auth', 'info', 'web1', 'sshd', '71', 'Accepted key: ada'],
    ],
    [
      'a file, which has no priority',
      'Mar  1 08:00:00 web1 kernel: [ 1.2] up',
      ['2026-03-01T08:00:00', undefined, undefined, 'web1', 'kernel', undefined, '[ 1.2] up'],
    ],
    [
      'rsyslog with a time of ISO 8601',
      '2026-03-01T08:00:00.123456+02:00 web1 postfix/smtpd[7]: x',
      ['2026-03-01T08:00:00.123456+02:00', undefined, undefined, 'web1', 'postfix/smtpd', '7', 'x'],
    ],
    [
      'RFC 5424',
      '<165>1 2026-03-01T08:00:00.003Z fw1 evntslog 9 ID47 [a@1 b="c\\]"][d@1] \ufeffhello  there',
      ['2026-03-01T08:00:00.003Z', 'local4', 'notice', 'fw1', 'evntslog', '9', 'hello  there'],
    ],
    [
      'RFC 5424 with nothing but a message',
      '<0>1 - - - - - - x',
      [undefined, 'kern', 'emerg', undefined, undefined, undefined, 'x'],
    ],
    [
      'no host',
      'Mar  1 08:00:00 sshd[71]: x',
      ['2026-03-01T08:00:00', undefined, undefined, undefined, 'sshd', '71', 'x'],
    ],
    [
      'no process',
      'Mar  1 08:00:00 web1 last message repeated 2 times',
      ['2026-03-01T08:00:00', undefined, undefined, 'web1', undefined, undefined, 'last message repeated 2 times'],
    ],
    [
      'a stated year',
      'Nov 24 2022 08:30:01 asa1 : %ASA-6-1: x',
      ['2022-11-24T08:30:01', undefined, undefined, 'asa1', undefined, undefined, ': %ASA-6-1: x'],
    ],
  ])('of %s has its parts', (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('without a year is of the latest one that is not ahead', () => {
    expect(syslogLine('Dec 31 23:59:59 web1 a: x', NOW)?.time).toBe('2025-12-31T23:59:59');
    expect(syslogLine('Mar 10 23:00:00 web1 a: x', NOW)).toMatchObject({
      time: '2026-03-10T23:00:00',
      yearAssumed: true,
    });
  });

  it.each(['', 'hello', 'Mar 1 8:00 x', '08:00:00 web1 sshd: x', '{"a":"Mar  1 08:00:00"}'])('is not %j', (text) => {
    expect(syslogLine(text, NOW)).toBeUndefined();
  });
});
