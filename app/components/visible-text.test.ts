import { expect, test } from 'vitest';
import { visibleLine, visibleText } from './visible-text.ts';

test('what changes the order of a text, or shows nothing, stands there by its code', () => {
  const reversed = 'C:\\Temp\\cod\u202Efdp.exe';
  expect(visibleLine(reversed)).toBe('C:\\Temp\\cod[U+202E]fdp.exe');
  expect(visibleText(reversed)).toBe(visibleLine(reversed));
  expect(visibleLine('a\u0000b\u007Fc\u200Bd\uFEFF')).toBe('a[U+0000]b[U+007F]c[U+200B]d[U+FEFF]');
});

test('a line feed is named in one line, and stays one in several', () => {
  expect(visibleLine('a\r\nb\tc')).toBe('a[CR][LF]b\tc');
  expect(visibleText('a\r\nb\nc\rd')).toBe('a\nb\nc[CR]d');
});

test('texts of all scripts stay as they are', () => {
  for (const text of ['lua -e "os.execute()"', 'مرحبا', '👩‍👩‍👧 é ﬁ 漢字', 'e\u0301']) {
    expect(visibleLine(text)).toBe(text);
  }
});
