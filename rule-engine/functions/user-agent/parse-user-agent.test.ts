import { beforeAll, describe, expect, test } from 'vitest';
import type { DynamicValue } from '../../schema/value.ts';
import { call, dynamic, text } from '../call.test-helper.ts';
import { loadFunction } from '../registry.ts';
import { dynamicJson } from '../value-text.ts';

const ask = (userAgent: string, ...targets: readonly string[]): unknown => {
  const wanted = targets.length === 1 ? text(targets[0]) : dynamic(targets);
  return JSON.parse(dynamicJson(call('parse_user_agent', 'dynamic', text(userAgent), wanted) as DynamicValue));
};

beforeAll(() => loadFunction('parse_user_agent'));

describe("the documentation's examples", () => {
  test('a browser', () => {
    const air = 'Mozilla/5.0 (Windows; U; en-US) AppleWebKit/531.9 (KHTML, like Gecko) AdobeAIR/2.5.1';
    expect(ask(air, 'browser')).toEqual({
      Browser: { Family: 'AdobeAIR', MajorVersion: '2', MinorVersion: '5', Patch: '1' },
    });
  });

  test('everything', () => {
    const symbian =
      'Mozilla/5.0 (SymbianOS/9.2; U; Series60/3.1 NokiaN81-3/10.0.032 Profile/MIDP-2.0 Configuration/CLDC-1.1 ) AppleWebKit/413 (KHTML, like Gecko) Safari/4';
    expect(ask(symbian, 'browser', 'os', 'device')).toEqual({
      Browser: { Family: 'Nokia OSS Browser', MajorVersion: '3', MinorVersion: '1', Patch: '' },
      OperatingSystem: { Family: 'Symbian OS', MajorVersion: '9', MinorVersion: '2', Patch: '', PatchMinor: '' },
      Device: { Family: 'Nokia N81', Brand: 'Nokia', Model: 'N81-3' },
    });
  });
});

describe('the rules', () => {
  test('templates take groups, and blanks around them go', () => {
    expect(ask('Mozilla/5.0 (Windows; U; Win95; en-US; rv:1.1) Gecko/20020826', 'os')).toMatchObject({
      OperatingSystem: { Family: 'Windows', MajorVersion: '95' },
    });
    const minefield = 'Mozilla/5.0 (Windows; Windows NT 5.1; rv:2.0b3pre) Gecko/20100727 Minefield/4.0.1pre';
    expect(ask(minefield, 'browser')).toEqual({
      Browser: { Family: 'Firefox (Minefield)', MajorVersion: '4', MinorVersion: '0', Patch: '1pre' },
    });
    const odys = 'Mozilla/5.0 (Linux; U; Android 4.2.2; de-de; PEDI_PLUS_W Build/JDQ39) AppleWebKit/534.30';
    expect(ask(odys, 'device')).toEqual({
      Device: { Family: 'Odys PEDI PLUS W', Brand: 'Odys', Model: 'PEDI PLUS W' },
    });
  });

  test('what no rule knows is Other', () => {
    for (const unknown of ['', 'zzz', '\u{1F600} ünknown']) {
      expect(ask(unknown, 'os', 'device', 'browser')).toEqual({
        Browser: { Family: 'Other', MajorVersion: '', MinorVersion: '', Patch: '' },
        OperatingSystem: { Family: 'Other', MajorVersion: '', MinorVersion: '', Patch: '', PatchMinor: '' },
        Device: { Family: 'Other', Brand: '', Model: '' },
      });
    }
  });
});

describe('refused', () => {
  test('other things to look for', () => {
    expect(() => ask('x', 'engine')).toThrow('looks for');
    expect(() => ask('x', 'browser', 'engine')).toThrow('looks for');
    expect(() => call('parse_user_agent', 'dynamic', text('x'), dynamic([]))).toThrow('looks for');
  });

  test('texts that could take long', () => {
    expect(() => ask('a'.repeat(2049), 'browser')).toThrow('2048 characters');
  });
});
